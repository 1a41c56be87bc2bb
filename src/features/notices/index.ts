export { attachNotices } from './attach-notices.ts';
