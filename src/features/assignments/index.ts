export { assignWork } from './assign-work.ts';
export {
  type AssignedThing,
  type Assignment,
  type AssignmentStep,
  doneAt,
  holdersAmong,
  isInForce,
  isJustReminded,
  lastReminder,
  messageOf,
  standingStep,
  thingKey,
} from './assignment.ts';
export { listAssignments } from './assignment-repository.ts';
export { type AssignmentChange, changeAssignments } from './change-assignments.ts';
export { holdAssignments } from './hold-assignments.ts';
export { markDone } from './mark-done.ts';
export { recordReminders } from './record-reminders.ts';
