export { type ChallengeWork, listChallengeWork } from './challenges/list-challenge-work.ts';
export { readModeration } from './hold-moderation.ts';
export { listOpenModerations, type OpenModeration } from './list-open-moderations.ts';
export { moderationRoutes } from './moderation-routes.tsx';
export { listPeerWork, type PeerWork } from './peers/list-peer-work.ts';
export { type RecomputedModeration, readRecomputedModerations } from './read-recomputed-moderations.ts';
export { recordFindings } from './record-findings.ts';
export { settleModeration } from './settle-moderation.ts';
