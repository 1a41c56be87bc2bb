import type { Connection } from '../../platform/database/database.ts';
import { listSubmittedScores, unaskedParts } from '../assessment/index.ts';
import { isRecordedBy, listAreas, listOrganisationsOfTypes, type ReadDay } from '../directory/index.ts';
import {
  askedOn,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  type ScoreScale,
  sectionsOf,
} from '../programme/index.ts';
import { type AssessedProvider, type Group, sectionMeasure, themeMeasure } from './national-statistics.ts';

/** Everything the national page computes from: who was asked, what they scored, and how they are grouped. */
export interface NationalPicture {
  readonly round: Round;
  readonly scoringMethod: string;
  readonly scale: ScoreScale;
  readonly provenance: string;
  readonly providers: readonly AssessedProvider[];
  readonly themes: readonly (Group & { readonly sections: readonly Group[] })[];
  readonly sections: readonly Group[];
  readonly careSettings: readonly Group[];
  readonly regions: readonly Group[];
  /** When the newest of the submissions came in; null while there are none. */
  readonly latestSubmission: Date | null;
  readonly illustrative: boolean;
}

/** Reads a round as a page of a day shows it: the submissions by then, with the regions of the day whose organisations of assessed types were asked. */
export async function loadNationalPicture(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  shown: ReadDay,
): Promise<NationalPicture> {
  const assessed = pack.organisationTypes.filter((type) => type.assessed);
  const settingOf = new Map(assessed.map((type) => [type.id, type.careSetting ?? '']));
  const day = askedOn(round, shown.asAt);
  const [organisations, submitted, areas] = await Promise.all([
    listOrganisationsOfTypes(connection, [...settingOf.keys()], day),
    listSubmittedScores(connection, round.id),
    listAreas(connection, 'region', day),
  ]);
  const scores = submitted.filter(({ submittedAt }) => isRecordedBy(submittedAt, shown));
  const scoresById = new Map(scores.map((score) => [score.organisationId, score]));
  const instrument = instrumentOfRound(pack, round.id);
  const group = ({ id, title }: { id: string; title: string }): Group => ({ id, label: title });
  return {
    round,
    scoringMethod: instrument.scoring.label,
    scale: instrument.scoring.scale,
    provenance: instrument.provenance,
    providers: organisations.map(({ organisationId, code, name, typeId, regionCode }) => {
      const careSetting = settingOf.get(typeId) ?? '';
      const own = scoresById.get(organisationId) ?? null;
      const unasked = unaskedIn(instrument, careSetting, own?.sections ?? null);
      return { organisationId, code, name, careSetting, regionCode, unasked, scores: own };
    }),
    themes: instrument.themes.map((theme) => ({ ...group(theme), sections: theme.sections.map(group) })),
    sections: sectionsOf(instrument).map(group),
    careSettings: pack.careSettings,
    regions: areas.map(({ code, name }) => ({ id: code, label: name })),
    latestSubmission: scores.reduce<Date | null>(
      (latest, { submittedAt }) => (latest === null || submittedAt > latest ? submittedAt : latest),
      null,
    ),
    illustrative: scores.some((score) => score.illustrative),
  };
}

function unaskedIn(...asked: Parameters<typeof unaskedParts>): ReadonlySet<string> {
  const { themes, sections } = unaskedParts(...asked);
  return new Set([...themes.map(themeMeasure), ...sections.map(sectionMeasure)].map(({ key }) => key));
}
