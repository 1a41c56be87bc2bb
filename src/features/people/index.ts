export { beginRecovery } from './begin-recovery.ts';
export { endRole } from './end-role.ts';
export { endSessions } from './end-sessions.ts';
export { findInvitationRefusal, type InvitationOutcome, invitePeople } from './invite-people.ts';
export { lastDayOf } from './letters.ts';
export type { PeopleContext } from './people-context.ts';
export { findGrantOf, listPeople, listPersonEvents, type PersonRow } from './people-repository.ts';
export { peopleRoutes } from './people-routes.tsx';
export { type HistoryLine, historyLine } from './person-history.ts';
