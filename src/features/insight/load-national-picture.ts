import type { Connection } from '../../platform/database/database.ts';
import { listSubmittedScores, readStanding } from '../assessment/index.ts';
import { listAreas, listOrganisationsOfTypes, type ReadDay } from '../directory/index.ts';
import {
  askedOn,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  type ScoreScale,
  sectionsOf,
} from '../programme/index.ts';
import { unaskedParts } from '../scoring/index.ts';
import {
  type AssessedProvider,
  type Group,
  type ProviderScores,
  sectionMeasure,
  themeMeasure,
} from './national-statistics.ts';

/** Everything the national page computes from: who was asked, what they scored, and how they are grouped. */
export interface NationalPicture {
  readonly round: Round;
  readonly scoringMethod: string;
  readonly scale: ScoreScale;
  readonly provenance: string;
  /** Whether each care setting of a provider is assessed by itself, so that one with several stands there as often. */
  readonly isPerSetting: boolean;
  readonly providers: readonly AssessedProvider[];
  readonly themes: readonly (Group & { readonly sections: readonly Group[] })[];
  readonly sections: readonly Group[];
  readonly careSettings: readonly Group[];
  readonly regions: readonly Group[];
  /** When the newest of the submissions came in; null while there are none. */
  readonly latestSubmission: Date | null;
  readonly illustrative: boolean;
}

/** Reads a round whose results are public as a page of a day shows it: the submissions by then, with the regions of the day whose organisations of assessed types were asked. */
export async function loadNationalPicture(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  shown: ReadDay,
): Promise<NationalPicture> {
  const assessed = pack.organisationTypes.filter((type) => type.assessed);
  const settingOf = new Map(assessed.map((type) => [type.id, type.careSetting ?? '']));
  const day = askedOn(round, shown.asAt);
  const [organisations, scores, areas] = await Promise.all([
    listOrganisationsOfTypes(connection, [...settingOf.keys()], day),
    listSubmittedScores(connection, round.id, shown.recordedBy),
    listAreas(connection, 'region', day),
  ]);
  const scoresOf = Map.groupBy(scores, ({ organisationId }) => organisationId);
  const instrument = instrumentOfRound(pack, round.id);
  const settingsOf =
    instrument.returns === 'per-setting'
      ? await readSettings(connection, pack, round, { organisations, recordedBy: shown.recordedBy })
      : null;
  const group = ({ id, title }: { id: string; title: string }): Group => ({ id, label: title });
  return {
    round,
    scoringMethod: instrument.scoring.label,
    scale: instrument.scoring.scale,
    provenance: instrument.provenance,
    isPerSetting: settingsOf !== null,
    providers: organisations.flatMap(({ organisationId, code, name, typeId, regionCode }) => {
      const own = scoresOf.get(organisationId) ?? [];
      const row = (careSetting: string, score: ProviderScores | undefined): AssessedProvider => ({
        ...{ organisationId, code, name, careSetting, regionCode },
        unasked: unaskedIn(instrument, careSetting, score?.sections ?? null),
        scores: score ?? null,
      });
      return settingsOf === null
        ? [row(settingOf.get(typeId) ?? '', own[0])]
        : [...new Set([...(settingsOf.get(organisationId) ?? []), ...own.map(({ careSetting }) => careSetting)])].map(
            (setting) =>
              row(
                setting,
                own.find(({ careSetting }) => careSetting === setting),
              ),
          );
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

interface AskedOrganisations {
  readonly organisations: readonly { readonly organisationId: string }[];
  readonly recordedBy: string | null;
}

/** The care settings that each organisation answers for in a round, as they were said by a day. */
async function readSettings(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  { organisations, recordedBy }: AskedOrganisations,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = organisations.map(({ organisationId }) => organisationId);
  const standing = await readStanding(connection, pack, round, ids, recordedBy);
  return new Map(
    standing.map(({ organisationId, settings }) => [organisationId, settings.map(({ careSetting }) => careSetting)]),
  );
}

function unaskedIn(...asked: Parameters<typeof unaskedParts>): ReadonlySet<string> {
  const { themes, sections } = unaskedParts(...asked);
  return new Set([...themes.map(themeMeasure), ...sections.map(sectionMeasure)].map(({ key }) => key));
}
