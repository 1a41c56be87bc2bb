export { type FoundScope, findScope } from './find-scope.ts';
export { peopleRoutes } from './people-routes.tsx';
