import type { Connection } from '../../../platform/database/database.ts';
import {
  askedOn,
  instrumentOfRound,
  organisationType,
  type ProgrammePack,
  type Round,
  wholeOrganisation,
} from '../../programme/index.ts';
import { listStanding, type StandingRow } from '../standing-repository.ts';
import { listSettingChoices } from './setting-choice-repository.ts';
import { type SettingStanding, settingsAnswered, standingOverall } from './standing.ts';

/** An organisation that is asked in a round, with the assessment of each care setting that it answers for. */
export interface OrganisationStanding {
  readonly organisationId: string;
  /** One at least, in the order of the pack. */
  readonly settings: readonly SettingStanding[];
  /** Where the answers are kept that are given once for all settings, and what of them is not taken from another organisation; null while there are none. */
  readonly answeredOnce: (Pick<SettingStanding, 'apart'> & { readonly assessmentId: string }) | null;
}

/**
 * Where organisations stand in a round, in the order asked for. Those that do not complete the self-assessment are left out.
 *
 * @param recordedBy the day by which it was said who answers for which settings; any day where it is left out
 */
export async function readStanding(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  organisationIds: readonly string[],
  recordedBy: string | null = null,
): Promise<OrganisationStanding[]> {
  const instrument = instrumentOfRound(pack, round.id);
  const [rows, choices] = await Promise.all([
    listStanding(connection, organisationIds, round.id, recordedBy ?? pack.positionOn),
    instrument.returns === 'per-setting'
      ? listSettingChoices(connection, organisationIds, settledOn(round, recordedBy ?? pack.positionOn) ?? recordedBy)
      : [],
  ]);
  const choicesOf = Map.groupBy(choices, ({ organisationId }) => organisationId);
  const rowsOf = Map.groupBy(rows, ({ organisationId }) => organisationId);
  return [...rowsOf].flatMap(([organisationId, own]) => {
    const begun = own.flatMap(standingOf);
    const asked = {
      type: organisationType(pack, own[0]?.typeId ?? ''),
      choices: choicesOf.get(organisationId) ?? [],
      begun: begun.filter(({ careSetting }) => careSetting !== wholeOrganisation),
    };
    const settings = settingsAnswered(pack, instrument, asked).map(
      (careSetting) => begun.find((each) => each.careSetting === careSetting) ?? notBegun(careSetting),
    );
    const once = begun.find(({ careSetting }) => careSetting === wholeOrganisation);
    const answeredOnce =
      once === undefined || once.assessmentId === null ? null : { assessmentId: once.assessmentId, apart: once.apart };
    return settings.length === 0 ? [] : [{ organisationId, settings, answeredOnce }];
  });
}

/** Ids of those of the organisations that have an assessment of a round to submit. */
export async function listNotSubmitted(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  organisationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const standing = await readStanding(connection, pack, round, organisationIds);
  return new Set(
    standing
      .filter(({ settings }) => standingOverall(settings).state !== 'submitted')
      .map(({ organisationId }) => organisationId),
  );
}

/** Whether an organisation answers for several care settings in a round, each of which is assessed by itself. */
export async function answersForSeveral(
  connection: Connection,
  pack: ProgrammePack,
  round: Round,
  organisationId: string,
): Promise<boolean> {
  const [standing] = await readStanding(connection, pack, round, [organisationId]);
  return standing !== undefined && standing.settings.length > 1;
}

/** The day by which it was said who answers for which settings, once nobody in the round has time left; null before. */
export function settledOn(round: Round, today: string): string | null {
  const day = askedOn(round, today);
  return day === today ? null : day;
}

function standingOf({
  assessmentId,
  careSetting,
  state,
  submittedAt,
  wasSigned,
  apart,
}: StandingRow): SettingStanding[] {
  return assessmentId === null || careSetting === null || state === null
    ? []
    : [{ assessmentId, careSetting, state, submittedAt, wasSigned, apart: apart ?? [] }];
}

function notBegun(careSetting: string): SettingStanding {
  return { careSetting, assessmentId: null, state: 'not-started', submittedAt: null, wasSigned: false, apart: [] };
}
