export { attachNotices } from './attach-notices.ts';
export { choiceRoutes } from './choice/choice-routes.tsx';
export { letterRoutes } from './sent/letter-routes.tsx';
