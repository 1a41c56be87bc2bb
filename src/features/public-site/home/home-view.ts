import { paths } from '../../../paths.ts';
import { by } from '../../../platform/compare.ts';
import { daysBetween } from '../../../platform/days.ts';
import { countOf, formatDate, formatNumber, sentenceStart } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import { dueUnrecorded } from '../../insight/index.ts';
import {
  type AssessedWords,
  type Commitment,
  deadlineInWords,
  dueOnFor,
  lastDueOn,
  type ProgrammePack,
  type Round,
  roundState,
} from '../../programme/index.ts';

interface Provider {
  readonly organisationId: string;
}

/** What of the programme is on record by the day. */
export interface ProgrammeRecord {
  /** The round of assessment whose results are shown; null where the programme has none. */
  readonly assessed: {
    readonly round: Round;
    readonly submitted: readonly Provider[];
    readonly asked: readonly Provider[];
    /** The day up to which submissions are counted, which may be later than the one that is shown. */
    readonly recordedOn: string;
  } | null;
  /** What one of those is called who assess themselves. */
  readonly words: AssessedWords;
  /** One for each footprint that has published a roadmap. */
  readonly published: readonly unknown[];
  /** Whether a round of planning is on record: before one is, nobody is asked for a roadmap. */
  readonly isPlanned: boolean;
}

export interface HomeFigure {
  readonly value: string;
  readonly label: string;
  readonly href: string;
}

/** The numbers of the home page; what is not asked for, or not there, is left out rather than shown as nought. */
export function homeFigures(
  counts: {
    readonly footprints: number;
    /** How many there were by the programme's own count; null where it has none of that day. */
    readonly footprintsCounted: number | null;
    readonly organisations: number;
    /** How many of them others have published results of. */
    readonly withOfficialResults: number;
  },
  { assessed, words, published, isPlanned }: ProgrammeRecord,
  day: Day,
): HomeFigure[] {
  return [
    {
      value: formatNumber(counts.footprints),
      label:
        counts.footprintsCounted === null
          ? `${counts.footprints === 1 ? 'footprint' : 'footprints'} recorded`
          : `of ${countOf(counts.footprintsCounted, 'footprint')} documented`,
      href: day.link(paths.footprints()),
    },
    { value: formatNumber(counts.organisations), label: 'organisations', href: day.link(paths.organisations()) },
    ...(counts.withOfficialResults === 0
      ? []
      : [
          {
            value: formatNumber(counts.withOfficialResults),
            label: 'of them with official results',
            href: day.link(paths.officialResults()),
          },
        ]),
    ...(assessed === null || dueUnrecorded(assessed.round, assessed.submitted.length, day.asAt) !== null
      ? []
      : [{ ...assessedFigure(assessed, words, day.asAt), href: paths.insights() }]),
    ...(published.length === 0 && !isPlanned
      ? []
      : [
          {
            value: formatNumber(published.length),
            label: published.length === 1 ? 'roadmap published' : 'roadmaps published',
            href: day.link(paths.footprints({ stage: 'published' })),
          },
        ]),
  ];
}

/** How many were assessed; before the round has opened nobody was asked, so that it says when it opens. */
function assessedFigure(
  assessed: NonNullable<ProgrammeRecord['assessed']>,
  { many: who }: AssessedWords,
  asAt: string,
): Omit<HomeFigure, 'href'> {
  const { round, submitted, recordedOn } = assessed;
  return roundState(round, recordedOn) === 'planned' && round.opensOn > recordedOn
    ? { value: formatDate(round.opensOn), label: `is when ${who} begin to assess themselves` }
    : {
        value: formatNumber(submitted.length),
        label: `of ${formatNumber(askedCount(assessed))} ${who} assessed${deadlinePassed(round, asAt)}`,
      };
}

/**
 * How many were asked in all. One that submitted was asked, also where it is not among those of the day: it ended before the deadline,
 * which was extended by years.
 */
function askedCount({ asked, submitted }: NonNullable<ProgrammeRecord['assessed']>): number {
  return new Set([...asked, ...submitted].map(({ organisationId }) => organisationId)).size;
}

/** Says of a round that is over when it was due, as its providers are those of that time. */
function deadlinePassed(round: Round, asAt: string): string {
  const dueOn = lastDueOn(round);
  return dueOn < asAt ? `, due ${formatDate(dueOn)}` : '';
}

/** A round that runs on the day shown. */
export interface RunningRound {
  readonly id: string;
  readonly label: string;
  /** What is done in it, and until when, as it follows its name. */
  readonly until: string;
}

/** `baseline`: the round of assessment that its roadmaps rest on; null where there is none. */
export function runningRound(round: Round, baseline: Round | null, words: AssessedWords, today: string): RunningRound {
  const assessing = `${sentenceStart(words.many)} assess themselves`;
  const who = round.kind === 'assessment' ? assessing : 'Footprints write their roadmaps';
  const until = `${who} until ${deadlineInWords(dueOnFor(round), today)}.`;
  const awaited =
    baseline !== null && roundState(baseline, today) === 'planned' && baseline.opensOn > today
      ? ` Their baseline is “${baseline.label}”, which opens on ${formatDate(baseline.opensOn)}.`
      : '';
  return { id: round.id, label: round.label, until: until + awaited };
}

export interface UpcomingDate {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  /** `due that day`, `in 3 months`. */
  readonly away: string;
}

/**
 * The next commitments, and the deadlines of rounds that run, from a day on, that day included, soonest first. A round that is due on
 * the day of a commitment is that commitment.
 */
export function upcomingDates(
  { commitments }: Pick<ProgrammePack, 'commitments'>,
  running: readonly Round[],
  asAt: string,
  limit: number,
): UpcomingDate[] {
  const rounds = running
    .map((round) => ({ id: `round-${round.id}`, dueOn: dueOnFor(round), title: round.label }))
    .filter(({ dueOn }) => commitments.every((commitment) => commitment.dueOn !== dueOn));
  return [...commitments, ...rounds]
    .filter(({ dueOn }) => dueOn >= asAt)
    .toSorted(byDate)
    .slice(0, limit)
    .map(({ id, dueOn, title }) => ({ id, date: formatDate(dueOn), title, away: timeAway(asAt, dueOn) }));
}

const byDate = by<Pick<Commitment, 'dueOn'>>(({ dueOn }) => dueOn);

const DAYS_IN_MONTH = 30.44;

/** How long until a date, as a person would say it. */
export function timeAway(from: string, to: string): string {
  const days = daysBetween(from, to);
  if (days === 0) {
    return 'due that day';
  }
  if (days < 45) {
    return `in ${countOf(days, 'day')}`;
  }
  const months = Math.round(days / DAYS_IN_MONTH);
  return months < 24 ? `in ${countOf(months, 'month')}` : `in ${countOf(Math.round(months / 12), 'year')}`;
}
