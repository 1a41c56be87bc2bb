export { beginRecovery } from './begin-recovery.ts';
export { endRole } from './end-role.ts';
export { endSessions } from './end-sessions.ts';
export {
  findInvitationRefusal,
  type InvitationOutcome,
  inventedPersonMessage,
  invite,
  invitePeople,
} from './invite-people.ts';
export { lastDayOf } from './letters.ts';
export { type Colleague, listColleagues, listHolders } from './list-colleagues.ts';
export { mayManage } from './manage.ts';
export { readPerson, type TypedPerson } from './parse-people-forms.ts';
export type { PeopleContext } from './people-context.ts';
export { findGrantOf, listPeople, listPersonEvents, type PersonRow } from './people-repository.ts';
export { peopleRoutes } from './people-routes.tsx';
export { type HistoryLine, historyLine } from './person-history.ts';
export { peopleContext } from './require-reach.ts';
export { LinksPage } from './views/links-page.tsx';
export { PersonFields } from './views/person-fields.tsx';
