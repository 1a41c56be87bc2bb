import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { type Actor, mayAnywhere } from '../../identity/index.ts';
import { listNotePlaces, type NotePlace } from '../../private-notes/index.ts';
import { currentAssessmentRound } from '../../programme/index.ts';
import { listOpenQueries, listThreadsToAnswer, openMentions } from '../../threads/index.ts';
import { listQueryPlaces, listReturns, type QueryPlace } from '../../validation/index.ts';
import { scopesOf } from '../places-of-work.ts';

/** A signed return that nobody has validated, with no query open about it. */
export interface ReturnFact {
  readonly regionIds: readonly string[];
}

export interface ThreadFacts {
  /** Open threads of private notes in which they are mentioned. */
  readonly mentions: readonly NotePlace[];
  /** Open queries to the organisations that they act for, and to all where they ask. */
  readonly queries: readonly QueryPlace[];
  /** Of the round that is worked in. */
  readonly toValidate: readonly ReturnFact[];
}

/** What is written about answers that may wait for the person; for several people together, for any of them. */
export async function gatherThreads(context: AppContext, actor: Actor): Promise<ThreadFacts> {
  const { database, pack, clock } = context;
  const ids = mayAnywhere(actor, 'private-note.read') ? [...scopesOf(actor, 'organisation').keys()] : [];
  const round = currentAssessmentRound(pack, today(clock));
  const [own, asked, returns] = await Promise.all([
    ids.length === 0 ? [] : listThreadsToAnswer(database, ids),
    mayAnywhere(actor, 'assessment.query') ? listOpenQueries(database) : [],
    mayAnywhere(actor, 'assessment.validate') && round !== undefined ? listReturns(context, actor, round) : [],
  ]);
  // Whoever stands for several people has no id: what is gathered for them is what any of them needs.
  const isTheirs = (mentioned: string) => actor.personId === '' || mentioned === actor.personId;
  const mentions = own.filter((thread) => openMentions(thread).some(({ personId }) => isTheirs(personId)));
  const queries = new Map(
    [...own, ...asked].filter(({ subject }) => subject.kind === 'query').map((query) => [query.threadId, query]),
  );
  const notes = await listNotePlaces({ database, pack }, mentions);
  return {
    mentions: notes.filter(({ isLeftOut }) => !isLeftOut),
    queries: await listQueryPlaces({ database, pack }, [...queries.values()]),
    toValidate: returns.filter(({ wait }) => wait === 'to-validate'),
  };
}
