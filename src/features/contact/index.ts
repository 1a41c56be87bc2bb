export { contactRoutes } from './contact-routes.tsx';
export { countUnanswered } from './message-repository.ts';
