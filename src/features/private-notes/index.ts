export { listNotePlaces, type NotePlace } from './list-note-places.ts';
export { noteRoutes } from './note-routes.tsx';
