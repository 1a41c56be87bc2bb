export { attachNotices } from './attach-notices.ts';
export { choiceRoutes } from './choice/choice-routes.tsx';
