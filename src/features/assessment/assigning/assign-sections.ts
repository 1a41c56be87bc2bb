import type { Connection, Database } from '../../../platform/database/database.ts';
import type { IdSource } from '../../../platform/ids.ts';
import { formatDate } from '../../../views/format.ts';
import { type AssignedThing, assignWork, holdAssignments } from '../../assignments/index.ts';
import type { ActingPerson, OneTimeLink } from '../../identity/index.ts';
import { invite, listColleagues, type PeopleContext, type TypedPerson } from '../../people/index.ts';
import type { ProgrammePack, Round } from '../../programme/index.ts';
import type { PartAtWork } from './part-at-work.ts';
import { type AssigningPlace, readParts } from './read-parts.ts';
import { isAssignable } from './things-offered.ts';

export interface AssignSections {
  readonly pack: ProgrammePack;
  /** As the page knew it. */
  readonly round: Round;
  readonly place: AssigningPlace;
  readonly to: AssignTo;
  readonly things: readonly AssignedThing[];
  readonly isResponsible: boolean;
  readonly dueOn: string;
  readonly message: string;
  readonly newId: IdSource;
}

/** Whom it is given to. */
export type AssignTo =
  | { readonly kind: 'colleague'; readonly personId: string }
  /** Somebody who holds no role there yet: they are given that of a contributor. */
  | { readonly kind: 'invited'; readonly person: TypedPerson; readonly people: PeopleContext };

export type AssignOutcome =
  | {
      readonly kind: 'assigned';
      /** By which they choose a password; null where they have one. */
      readonly link: OneTimeLink | null;
    }
  /** The address is that of an invented person. */
  | { readonly kind: 'persona' }
  | { readonly kind: 'closed' }
  /** The person holds no role there any more by which they could answer. */
  | { readonly kind: 'no-role' }
  /** Some of it is answered somewhere else by now, or was sent to be signed. */
  | { readonly kind: 'not-here'; readonly things: readonly AssignedThing[] };

/**
 * Gives sections, or questions of one, to a colleague; what they have already is changed to what is said now. Whoever is invited to them holds
 * them from the start, and is told of them in the letter with the link: both, or neither.
 */
export function assignSections(
  database: Database,
  { pack, round, place, to, ...work }: AssignSections,
  by: ActingPerson,
): Promise<AssignOutcome> {
  return database.transaction().execute(async (transaction): Promise<AssignOutcome> => {
    const held = await holdAssignments(transaction, { ...place, round }, by.at);
    if (!held.isRoundOpen) {
      return { kind: 'closed' };
    }
    const parts = await readParts({ database: transaction, pack }, place, round);
    const notHere = work.things.filter((thing) => !isAssignable(parts, thing));
    if (notHere.length > 0) {
      return { kind: 'not-here', things: notHere };
    }
    const found = await findPerson(transaction, to, place, firstWorkIn(parts, work, by), by);
    if (found.kind !== 'found') {
      return found;
    }
    const { personId, link } = found;
    await assignWork(transaction, held, { ...work, personId, isTold: link !== null }, by);
    return { kind: 'assigned', link };
  });
}

type PersonFound =
  | { readonly kind: 'found'; readonly personId: string; readonly link: OneTimeLink | null }
  | { readonly kind: 'no-role' | 'persona' };

async function findPerson(
  transaction: Connection,
  to: AssignTo,
  { organisationId }: AssigningPlace,
  firstWork: readonly string[],
  by: ActingPerson,
): Promise<PersonFound> {
  if (to.kind === 'colleague') {
    const place = { scopeKind: 'organisation', scopeId: organisationId } as const;
    const colleagues = await listColleagues(transaction, 'assessment.answer', place);
    const { personId } = to;
    return colleagues.some((each) => each.personId === personId)
      ? { kind: 'found', personId, link: null }
      : { kind: 'no-role' };
  }
  const held = { role: 'contributor', scopeKind: 'organisation', scopeId: organisationId } as const;
  const invitation = { ...to.person, held, endsAt: null, firstWork };
  const outcome = await invite(to.people, transaction, invitation, by);
  return outcome.kind === 'persona'
    ? { kind: 'persona' }
    : { kind: 'found', personId: outcome.personId, link: outcome.kind === 'invited' ? outcome.link : null };
}

/** What somebody is asked to do, as the letter says it that invites them. */
function firstWorkIn(
  parts: readonly PartAtWork[],
  { things, dueOn, isResponsible, message }: Pick<AssignSections, 'things' | 'dueOn' | 'isResponsible' | 'message'>,
  by: Pick<ActingPerson, 'name'>,
): string[] {
  const lines = things.map(({ careSetting, sectionId, questionId }) => {
    const part = parts.find((each) => each.careSetting === careSetting);
    const title = part?.sections.find(({ id }) => id === sectionId)?.title ?? sectionId;
    return `- ${questionId === null ? title : `${title}, question ${questionId}`}`;
  });
  const asks = `${by.name} asks you to ${isResponsible ? 'answer' : 'help to answer'}, by ${formatDate(dueOn)}:`;
  return [`${asks}\n\n${lines.join('\n')}`, ...(message === '' ? [] : [`${by.name} writes:\n\n${message}`])];
}
