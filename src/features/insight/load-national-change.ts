import type { Connection } from '../../platform/database/database.ts';
import { type AssessmentScore, listRoundChanges } from '../assessment/index.ts';
import type { ReadDay } from '../directory/index.ts';
import {
  assessmentRounds,
  type Instrument,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
} from '../programme/index.ts';
import { changesByPart, type PartChange, type ProviderChange } from './change-statistics.ts';
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
  readonly illustrative: boolean;
}

/** A round beside the assessment round that opened before it; null where there is none, or nobody submitted in both. */
export async function loadNationalChange(
  connection: Connection,
  pack: ProgrammePack,
  later: Round,
  { recordedBy }: ReadDay,
): Promise<NationalChange | null> {
  const earlier = assessmentRounds(pack).findLast(({ opensOn }) => opensOn < later.opensOn);
  const changes =
    earlier === undefined ? null : await listRoundChanges(connection, pack, { earlier, later, recordedBy });
  if (earlier === undefined || changes === null || changes.length === 0) {
    return null;
  }
  const providers = changes.map((change) => ({ earlier: byPart(change.earlier), later: byPart(change.later) }));
  const instrument = instrumentOfRound(pack, later.id);
  const counts = changes.map(({ common }) => common.length);
  return {
    earlier,
    later,
    parts: changesByPart(partsOf(instrument), providers, instrument.scoring.scale.decimals),
    commonFrom: Math.min(...counts),
    commonTo: Math.max(...counts),
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

function byPart({ overall, themes, sections }: AssessmentScore): ProviderChange['earlier'] {
  return Object.fromEntries([
    ['overall', overall.score],
    ...themes.map(({ themeId, score }) => [`theme:${themeId}`, score]),
    ...sections.map(({ sectionId, score }) => [`section:${sectionId}`, score]),
  ]);
}
