import type { Connection } from '../../platform/database/database.ts';
import { listRoundChanges, type RoundChange, type RoundComparisons } from '../assessment/index.ts';
import { listOrganisationsOfTypes, type ReadDay } from '../directory/index.ts';
import {
  askedOn,
  assessmentRounds,
  type Instrument,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  resultsDay,
  roundState,
} from '../programme/index.ts';
import { smallestGroup } from '../scoring/index.ts';
import { changesByPart, type PartChange } from './change-statistics.ts';
import type { Group } from './national-statistics.ts';

/** Two rounds of everybody on the questions that both asked. */
export interface NationalChange {
  readonly earlier: Round;
  readonly later: Round;
  /** Overall first, then each theme with its sections. */
  readonly parts: readonly PartChange[];
  /** Fewest and most questions that one provider answered in both. */
  readonly commonFrom: number;
  readonly commonTo: number;
  /** How many were asked in the later round, those included that submitted and have ended since. */
  readonly asked: number;
  readonly illustrative: boolean;
}

/**
 * The newest round of assessment that has opened beside the one before it, be it over or not; where fewer have submitted in both than make a group,
 * the newest before that. `shown`: the round whose results are shown, before which nothing is looked for. `comparisons`: those worked out before.
 * Null where there is nothing to compare.
 */
export async function loadNationalChange(
  connection: Connection,
  pack: ProgrammePack,
  {
    shown,
    today,
    comparisons,
  }: { readonly shown: Round; readonly today: string; readonly comparisons: RoundComparisons },
  { asAt, recordedBy }: ReadDay,
): Promise<NationalChange | null> {
  const opened = assessmentRounds(pack).filter(
    (round) => roundState(round, today) !== 'planned' && resultsDay(pack, round, today).isPublic,
  );
  for (const [index, later] of [...opened.entries()].toReversed()) {
    const earlier = opened[index - 1];
    if (earlier === undefined || later.opensOn < shown.opensOn) {
      return null;
    }
    const changes = await listRoundChanges(connection, pack, { earlier, later, recordedBy }, comparisons);
    if (changes !== null && changes.length >= (later.id === shown.id ? 1 : smallestGroup)) {
      const asked = await listAsked(connection, pack, askedOn(later, asAt));
      return nationalChange(instrumentOfRound(pack, later.id), { earlier, later, asked }, changes);
    }
  }
  return null;
}

/** Ids of the organisations of assessed types on a day. */
async function listAsked(connection: Connection, pack: ProgrammePack, day: string): Promise<string[]> {
  const types = pack.organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  return (await listOrganisationsOfTypes(connection, types, day)).map(({ organisationId }) => organisationId);
}

function nationalChange(
  instrument: Instrument,
  { asked, ...rounds }: Pick<NationalChange, 'earlier' | 'later'> & { readonly asked: readonly string[] },
  changes: readonly RoundChange[],
): NationalChange {
  const counts = changes.map(({ commonCount }) => commonCount);
  return {
    ...rounds,
    parts: changesByPart(partsOf(instrument), changes, instrument.scoring.scale.decimals),
    commonFrom: Math.min(...counts),
    commonTo: Math.max(...counts),
    asked: new Set([...asked, ...changes.map(({ organisationId }) => organisationId)]).size,
    illustrative: changes.some(({ illustrative }) => illustrative),
  };
}

/** A theme of one section stands for it. */
function partsOf({ themes }: Instrument): Group[] {
  return [
    { id: 'overall', label: 'Overall' },
    ...themes.flatMap((theme) => [
      { id: `theme:${theme.id}`, label: theme.title },
      ...(theme.sections.length > 1
        ? theme.sections.map(({ id, title }) => ({ id: `section:${id}`, label: title }))
        : []),
    ]),
  ];
}
