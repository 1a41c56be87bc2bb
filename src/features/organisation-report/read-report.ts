import { readResult } from '../assessment/index.ts';
import { getPlacement } from '../directory/index.ts';
import { listExemplars } from '../exemplar/index.ts';
import { askedOn, getRound, instrumentOfRound, type ResultsDay } from '../programme/index.ts';
import { listPublishedPlans } from '../publication/index.ts';
import type { IsFinal } from '../return-documents/index.ts';
import { readPeers } from './read-peers.ts';
import type { Reported, ReportFacts } from './report.ts';
import type { ReportContext, Teachers } from './report-context.ts';
import type { Likeness } from './similarity.ts';

interface AskedReport {
  readonly organisation: Reported;
  /** The newest that may be read where it is null, and of its care settings the first. */
  readonly roundId: string | null;
  readonly careSetting: string | null;
  /** Rounds of which the reader sees no result of others. */
  readonly heldBack: readonly string[];
  readonly withAnswers: boolean;
  /** Of which moderations it is said what they came to; null for those who read every finding. */
  readonly isFinal: IsFinal | null;
  readonly resultsOf: (roundId: string) => ResultsDay;
  readonly chosen: readonly Likeness[] | null;
  readonly sectionHref: ReportFacts['sectionHref'];
}

/** What a report is made from; null where there is no result that the reader may see. */
export async function readReport(context: ReportContext, asked: AskedReport): Promise<ReportFacts | null> {
  const { database, pack } = context;
  const { organisation, roundId, careSetting, heldBack, withAnswers, isFinal, resultsOf, chosen, sectionHref } = asked;
  const { positionOn } = pack;
  const { organisationId, typeId } = organisation;
  const [found, teachers, { footprintIds }] = await Promise.all([
    readResult(database, pack, organisation, {
      roundId,
      careSetting,
      heldBack,
      withAnswers,
      isFinal,
      withOthers: false,
    }),
    context.keptTeachers.get(positionOn, () => readTeachers(context)),
    getPlacement(database, organisationId, { day: positionOn, positionOn }),
  ]);
  if (found === null) {
    return null;
  }
  const round = getRound(pack, found.result.roundId);
  const results = resultsOf(round.id);
  const peers = results.isPublic
    ? await context.keptPeers.get(`${round.id} ${askedOn(round, positionOn)}`, () => readPeers(database, pack, round))
    : null;
  return {
    ...{ pack, organisation, round, results, found, peers, chosen, teachers, sectionHref },
    instrument: instrumentOfRound(pack, round.id),
    learner: { organisationId, typeId, footprintIds },
  };
}

async function readTeachers({ database, pack }: ReportContext): Promise<Teachers> {
  const { positionOn } = pack;
  const day = { asAt: positionOn, recordedBy: null };
  const every = { search: '', groupId: '', typeIds: null, states: ['designated'] } as const;
  const [examples, plans] = await Promise.all([
    listExemplars(database, every, day),
    listPublishedPlans(database, positionOn),
  ]);
  return { examples, plans };
}
