export { attachNotices } from './attach-notices.ts';
export { choiceRoutes } from './choice/choice-routes.tsx';
export { deleteEventsToTell } from './notice-repository.ts';
export { letterRoutes } from './sent/letter-routes.tsx';
