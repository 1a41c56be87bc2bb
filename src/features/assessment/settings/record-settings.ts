import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import type { IdSource } from '../../../platform/ids.ts';
import {
  assessmentRounds,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  roundState,
} from '../../programme/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { readTakers, takersOfSettings } from '../group/read-takers.ts';
import { lockSharings } from '../group/sharing-repository.ts';
import { carryAnswers } from './move-answers.ts';
import { type OrganisationStanding, readStanding } from './read-standing.ts';
import { insertSettingChoices, listSettingChoices, lockSettingChoices } from './setting-choice-repository.ts';
import { isKept } from './standing.ts';

export interface ChooseSettings {
  readonly organisationId: string;
  readonly pack: ProgrammePack;
  /** The round in which it is chosen. It counts in every later one too, until somebody chooses otherwise. */
  readonly round: Round;
  /** All that the organisation answers for from now on; one at least. */
  readonly settings: readonly string[];
  readonly reason: string;
  /** What was proposed, where something was and nobody had said anything yet: what it answers for now can then be confirmed. */
  readonly proposed: readonly string[] | null;
  /** Whether what is entered is invented, as everything in a demonstration is. */
  readonly illustrative: boolean;
  readonly newId: IdSource;
}

export type ChooseOutcome =
  | { readonly kind: 'ok' | 'confirmed' }
  | { readonly kind: 'unchanged' }
  /** What was ever signed or waits for a signature cannot be left out. */
  | { readonly kind: 'kept'; readonly settings: readonly string[] }
  /** What others of the group take cannot be left out while they take it; `takers`: their names. */
  | { readonly kind: 'taken'; readonly takers: readonly string[] };

/**
 * Says which care settings an organisation answers for. Answers of a setting that is left out are kept, and are there again if it comes back. Where one
 * becomes several or several one, what is answered once goes with it, in every round that is open.
 */
export function chooseSettings(
  database: Database,
  choice: ChooseSettings,
  by: AssessmentActing,
): Promise<ChooseOutcome> {
  const { organisationId, pack, round, settings, reason } = choice;
  return database.transaction().execute(async (transaction): Promise<ChooseOutcome> => {
    await lockSettingChoices(transaction, organisationId);
    const now = await standingIn(transaction, choice, round);
    const current = (now?.settings ?? []).map(({ careSetting }) => careSetting);
    const added = settings.filter((each) => !current.includes(each));
    const dropped = current.filter((each) => !settings.includes(each));
    const isUnchanged = added.length + dropped.length === 0;
    const turnedDown = await settingsTurnedDown(transaction, choice);
    if (isUnchanged && turnedDown === null) {
      return { kind: 'unchanged' };
    }
    const open = openRounds(pack, dayOf(by.at));
    const kept = await whyKept(transaction, choice, { now, open, dropped });
    if (kept !== null) {
      return kept;
    }
    const before = await standings(transaction, choice, open);
    const said = new Map([
      ...(turnedDown ?? []).map((each) => [each, false] as const),
      ...(turnedDown === null ? added : settings).map((each) => [each, true] as const),
      ...dropped.map((each) => [each, false] as const),
    ]);
    await insertSettingChoices(
      transaction,
      [...said].map(([careSetting, answers]) => ({ organisationId, careSetting, answers })),
      { reason, ...by },
    );
    const after = await standings(transaction, choice, open);
    for (const each of open) {
      await carryAnswers(transaction, { ...choice, round: each, before: before.get(each), after: after.get(each) }, by);
    }
    await appendAuditEvent(transaction, {
      chain: `care-settings:${organisationId}`,
      action: 'care-settings.choose',
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: { settings, added, dropped, reason, roundId: round.id },
    });
    return { kind: isUnchanged ? 'confirmed' : 'ok' };
  });
}

/** What was proposed and is not chosen, where this is the first that anybody says; null where it is not, or nothing was proposed. */
async function settingsTurnedDown(
  transaction: Connection,
  { organisationId, proposed, settings }: ChooseSettings,
): Promise<string[] | null> {
  if (proposed === null || (await listSettingChoices(transaction, [organisationId], null)).length > 0) {
    return null;
  }
  return proposed.filter((each) => !settings.includes(each));
}

/** Rounds in which each care setting is assessed by itself and answers are taken. */
function openRounds(pack: ProgrammePack, day: string): Round[] {
  return assessmentRounds(pack).filter(
    (round) => roundState(round, day) === 'open' && instrumentOfRound(pack, round.id).returns === 'per-setting',
  );
}

interface OutsideSum {
  readonly now: OrganisationStanding | undefined;
  readonly open: readonly Round[];
  readonly dropped: readonly string[];
}

/** What keeps care settings from being left out; null where nothing does. */
async function whyKept(
  transaction: Connection,
  choice: ChooseSettings,
  { now, open, dropped }: OutsideSum,
): Promise<ChooseOutcome | null> {
  const fixed = (now?.settings ?? []).filter((setting) => dropped.includes(setting.careSetting) && isKept(setting));
  if (fixed.length > 0) {
    return { kind: 'kept', settings: fixed.map(({ careSetting }) => careSetting) };
  }
  const takers = await listTakersOf(transaction, choice, open, dropped);
  return takers.length > 0 ? { kind: 'taken', takers } : null;
}

/** Names of those who take answers of these care settings in a round that is open: they would be without them, and nobody would have told them. */
async function listTakersOf(
  transaction: Connection,
  { pack, organisationId }: Pick<ChooseSettings, 'pack' | 'organisationId'>,
  rounds: readonly Round[],
  dropped: readonly string[],
): Promise<string[]> {
  const names = new Set<string>();
  for (const round of rounds) {
    await lockSharings(transaction, round.id, [organisationId]);
    for (const name of takersOfSettings(await readTakers(transaction, pack, round, organisationId), dropped)) {
      names.add(name);
    }
  }
  return [...names];
}

async function standingIn(
  transaction: Connection,
  { pack, organisationId }: Pick<ChooseSettings, 'pack' | 'organisationId'>,
  round: Round,
): Promise<OrganisationStanding | undefined> {
  const [standing] = await readStanding(transaction, pack, round, [organisationId]);
  return standing;
}

async function standings(
  transaction: Connection,
  choice: ChooseSettings,
  rounds: readonly Round[],
): Promise<ReadonlyMap<Round, OrganisationStanding>> {
  const found = new Map<Round, OrganisationStanding>();
  for (const round of rounds) {
    const standing = await standingIn(transaction, choice, round);
    if (standing !== undefined) {
      found.set(round, standing);
    }
  }
  return found;
}
