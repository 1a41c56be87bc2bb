import { today } from '../../platform/days.ts';
import { formatDate } from '../../views/format.ts';
import { deadlineInWords, findRound, type Round, type RoundState, resultsDay, roundState } from '../programme/index.ts';
import type { Happening } from './happening.ts';
import type { NoticeDraft } from './notice-draft.ts';
import type { DraftContext } from './notices-context.ts';
import { listSubmittedIn, listUnsubmittedIn } from './reminders/list-unsubmitted.ts';
import { askedReminderOf, isJustOpen, type Unsubmitted } from './reminders/reminder.ts';
import { resultsDayNotices, roundNotices, type WaitingPlace } from './round-notices.ts';

/** In which state of the round people are told of what was done about it: what was changed back meanwhile is not told. */
const toldIn: Readonly<Record<string, RoundState>> = {
  'round.remind': 'open',
  'round.open': 'open',
  'round.extend': 'open',
  'round.close': 'closed',
};

/** What those are told who have signed, where a day is set for the results that still holds. */
async function readResultsDayNotices(
  context: DraftContext,
  round: Round,
  { by, detail }: Happening,
): Promise<NoticeDraft[]> {
  const { on } = resultsDay(context.pack, round, today(context.clock));
  return on === null || on !== detail.resultsOn
    ? []
    : resultsDayNotices(
        { by, reason: detail.reason ?? '', when: formatDate(on) },
        await listSubmittedIn(context, round),
      );
}

/** What those are told who have not submitted in a round, where somebody opens, extends or closes it, or has them reminded. */
export async function readRoundNotices(context: DraftContext, happening: Happening): Promise<NoticeDraft[]> {
  const { id, action, by, detail } = happening;
  const round = findRound(context.pack, id);
  const day = today(context.clock);
  if (round !== undefined && action === 'round.set-results-day') {
    return readResultsDayNotices(context, round, happening);
  }
  if (round === undefined || toldIn[action] !== roundState(round, day)) {
    return [];
  }
  const unsubmitted = await listUnsubmittedIn(context, round);
  const said = { by, reason: detail.reason ?? '' };
  switch (action) {
    case 'round.open':
      return roundNotices({ kind: 'round-opened', ...said }, inWords(unsubmitted, day));
    case 'round.extend': {
      const extended = await listExtended(context, { round, unsubmitted, step: detail.step ?? 0 });
      return roundNotices({ kind: 'deadline-extended', ...said }, inWords(extended, day));
    }
    case 'round.close':
      return roundNotices({ kind: 'round-closed', ...said }, inWords(unsubmitted, day));
    default: {
      const reminded = new Set(detail.organisations);
      return unsubmitted
        .filter(({ placeId }) => reminded.has(placeId))
        .map((each) => askedReminderOf(each, deadlineInWords(each.dueOn, day), day));
    }
  }
}

/** What those are told whose round opened with the activation of its questions, after the days on which its opening is told anyhow. */
export async function readLateOpenings(
  context: DraftContext,
  { action, by, detail }: Happening,
): Promise<NoticeDraft[]> {
  const day = today(context.clock);
  const opened = action === 'instrument.activate' ? (detail.rounds ?? []) : [];
  const rounds = opened.flatMap((id) => findRound(context.pack, id) ?? []);
  const open = rounds.filter((round) => roundState(round, day) === 'open' && !isJustOpen(round.opensOn, day));
  const unsubmitted = await Promise.all(open.map((round) => listUnsubmittedIn(context, round)));
  return roundNotices({ kind: 'round-opened', by, reason: '' }, inWords(unsubmitted.flat(), day));
}

interface Extended {
  readonly round: Round;
  readonly unsubmitted: readonly Unsubmitted[];
  /** Number of the step. */
  readonly step: number;
}

/**
 * Those whose deadline a step has changed: whom it was for, and who had not more time already. Steps that followed do not count: each
 * has a reason of its own.
 */
async function listExtended(context: DraftContext, { round, unsubmitted, step }: Extended): Promise<Unsubmitted[]> {
  const before = await readDueDays(context, round, step - 1);
  const after = await readDueDays(context, round, step);
  return unsubmitted.filter(({ placeId }) => before.get(placeId) !== after.get(placeId));
}

/** When it was due for each place after so many steps. */
async function readDueDays(context: DraftContext, round: Round, taken: number): Promise<ReadonlyMap<string, string>> {
  const steps = round.steps.filter(({ number }) => number <= taken);
  const places = await listUnsubmittedIn(context, { ...round, steps });
  return new Map(places.map(({ placeId, dueOn }) => [placeId, dueOn]));
}

function inWords(places: readonly Unsubmitted[], day: string): WaitingPlace[] {
  return places.map((place) => ({ ...place, deadline: deadlineInWords(place.dueOn, day) }));
}
