import type { Connection } from '../../../platform/database/database.ts';
import type { OrganisationRef } from '../../directory/index.ts';
import { instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import {
  findSignedStanding,
  forEverybody,
  type IsFinal,
  type SignedStanding,
  withChecks,
} from '../../return-documents/index.ts';
import { type Answer, withheldSections } from '../../scoring/index.ts';
import { givenBefore, givenLast } from '../given-before.ts';
import { type AnsweredTogether, readAnsweredTogether } from '../group/read-answered-together.ts';
import { type ResultView, resultView } from '../views/result-view.ts';
import type { ComparisonView } from '../views/two-rounds/comparison-view.ts';
import { listBenchmarks } from './benchmark-repository.ts';
import { listAnswersBehind } from './list-answers-behind.ts';
import { listResults, type SubmittedAssessment } from './score-repository.ts';
import { readComparison } from './two-rounds/read-comparison.ts';

export interface PublicResult {
  readonly result: SubmittedAssessment;
  readonly view: ResultView;
  /** Those that were signed; null for whoever may not see them. */
  readonly answers: readonly Answer[] | null;
  /** Beside the round before it; null where it is the first. */
  readonly comparison: ComparisonView | null;
  readonly together: AnsweredTogether;
  /** The document that was signed; null where that was before documents were kept. */
  readonly signed: SignedStanding | null;
}

export interface ResultFilter {
  /** Of one round; of the newest in which it submitted where it is left out. */
  readonly roundId?: string | null;
  /** Of one care setting; of any where it is left out. */
  readonly careSetting?: string | null;
  /** As it stood on this day; as it stands where it is left out. */
  readonly recordedBy?: string | null;
  /** Rounds whose results are not public. */
  readonly heldBack: readonly string[];
  /** Whether whoever reads the result of the round sees the answers behind it, be it held back or not. */
  readonly withAnswers?: boolean;
  /** Whether it stands beside those of the nation and of its care setting, as it does where nothing is said. */
  readonly withOthers?: boolean;
  /** Of which moderations it is said what they came to; where it is left out, of all for whoever sees the answers and of none for everybody else. */
  readonly isFinal?: IsFinal | null;
}

/** Whose result it is, and what it is called on the day that is shown. */
type Named = Pick<OrganisationRef, 'organisationId' | 'name'>;

/** An organisation's submitted result of a round beside others' and beside its own of the round before; null when it has none. */
export async function readResult(
  connection: Connection,
  pack: ProgrammePack,
  organisation: Named,
  filter: ResultFilter,
): Promise<PublicResult | null> {
  const [first = null] = await readResults(connection, pack, organisation, filter);
  return first;
}

/** All results of an organisation in the latest round in which it submitted, one for each care setting in the order of the pack. */
export async function readResults(
  connection: Connection,
  pack: ProgrammePack,
  organisation: Named,
  {
    roundId = null,
    careSetting = null,
    recordedBy = null,
    heldBack,
    withAnswers = false,
    withOthers = true,
    isFinal = null,
  }: ResultFilter,
): Promise<PublicResult[]> {
  const recorded = await listResults(connection, organisation.organisationId, recordedBy);
  const isOwn = (each: SubmittedAssessment) => withAnswers && each.roundId === roundId;
  const results = recorded.filter((each) => isOwn(each) || !heldBack.includes(each.roundId));
  const asked = results.filter(
    (each) =>
      (roundId === null || each.roundId === roundId) && (careSetting === null || each.careSetting === careSetting),
  );
  const newest = givenLast(pack, asked);
  const settings = pack.careSettings.map(({ id }) => id);
  const latest = asked
    .filter((each) => each.roundId === newest?.roundId)
    .toSorted((one, other) => settings.indexOf(one.careSetting) - settings.indexOf(other.careSetting));
  const found = [];
  for (const result of latest) {
    const earlier = givenBefore(pack, results, result);
    found.push(
      await presentResult(
        connection,
        pack,
        { name: organisation.name, result, earlier },
        { withAnswers, withOthers, recordedBy, heldBack, isFinal },
      ),
    );
  }
  return found;
}

async function presentResult(
  connection: Connection,
  pack: ProgrammePack,
  {
    name,
    result,
    earlier,
  }: {
    readonly name: string;
    readonly result: SubmittedAssessment;
    readonly earlier: SubmittedAssessment | undefined;
  },
  { withAnswers, withOthers, recordedBy, heldBack, isFinal }: Required<Omit<ResultFilter, 'roundId' | 'careSetting'>>,
): Promise<PublicResult> {
  const [benchmarks, comparison, answers, together, standing] = await Promise.all([
    withOthers && !heldBack.includes(result.roundId)
      ? listBenchmarks(connection, result.roundId, result.careSetting)
      : [],
    earlier === undefined ? null : readComparison(connection, pack, { earlier, later: result }, withAnswers),
    withAnswers ? listAnswersBehind(connection, [result]) : null,
    readAnsweredTogether(connection, pack, result, recordedBy),
    findSignedStanding(connection, result, recordedBy),
  ]);
  const moderation = standing?.moderation ?? null;
  const isTold = moderation !== null && (isFinal === null ? withAnswers : isFinal(result.roundId, moderation));
  const shown = isTold ? moderation : null;
  const instrument = instrumentOfRound(pack, result.roundId);
  const told = shown === null || isFinal === null ? shown : forEverybody(instrument, shown);
  const signed = standing === null ? null : { ...standing, moderation: told };
  const given = answers === null ? null : (answers.get(result.assessmentId) ?? []);
  const toShow = {
    ...result,
    scores: withChecks(result.scores, shown?.outcome ?? null),
    withheld: withAnswers ? new Set<string>() : withheldSections(instrument, result.scores),
    organisation: name,
    answers: given,
  };
  const view = resultView(pack, instrument, toShow, benchmarks);
  return { result, view, answers: given, comparison, together, signed };
}
