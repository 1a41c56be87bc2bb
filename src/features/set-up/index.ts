export type { BackupState } from './backup-state.ts';
export { readBackupState } from './read-backup-state.ts';
export { readSetUp } from './read-set-up.ts';
export { setUpRoutes } from './set-up-routes.tsx';
