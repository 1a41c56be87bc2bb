import type { Action } from './can.ts';

/** What binds others, or opens the service to them: whoever does it shows anew that it is them, where they signed in long ago. */
const confirmed: ReadonlySet<Action> = new Set<Action>([
  'assessment.authorise',
  'assessment.invite-peer',
  'roadmap.endorse',
  'formation.endorse',
  'publication.publish',
  'succession.confirm',
  'settings.change',
  'people.manage-contributors',
  'people.manage-signatories',
  'people.manage-editors',
  'people.manage-reviewers',
  'people.manage-all',
]);

export function isConfirmed(action: Action): boolean {
  return confirmed.has(action);
}

/** Whether a session was opened too long ago for what needs confirming. An invented person has nothing to confirm with. */
export function isOld(
  { createdAt, isPersona }: { readonly createdAt: Date; readonly isPersona: boolean },
  confirmAfterSeconds: number,
  now: Date,
): boolean {
  return !isPersona && now.getTime() - createdAt.getTime() > 1000 * confirmAfterSeconds;
}
