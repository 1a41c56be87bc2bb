export { changeRoleEnd } from './change-role-end.ts';
export { endRole } from './end-role.ts';
