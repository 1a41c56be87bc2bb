import { type Instrument, type OrganisationType, type ProgrammePack, settingsOfType } from '../../programme/index.ts';
import type { AssessmentState } from '../assessment.ts';
import type { SettingChoice } from './setting-choice-repository.ts';

/** Where the assessment of one care setting of an organisation stands in a round. */
export interface SettingStanding {
  readonly careSetting: string;
  /** Null while nobody has opened it. */
  readonly assessmentId: string | null;
  readonly state: AssessmentState;
  /** When it was signed first; null where nothing of it is submitted. What is corrected stays submitted until the corrected one is. */
  readonly submittedAt: Date | null;
  /** Whether there is a signature of it on record, one that stands no more as well. */
  readonly wasSigned: boolean;
  /** Sections that it answers by itself, though others are answered once for the organisation. */
  readonly apart: readonly string[];
}

export interface OrganisationAsked {
  readonly type: OrganisationType;
  /** Of its settings, what somebody said other than follows from its type. */
  readonly choices: readonly Pick<SettingChoice, 'careSetting' | 'answers'>[];
  readonly begun: readonly SettingStanding[];
}

/**
 * The care settings that an organisation answers for in a round of this instrument, in the order of the pack; none where it is not assessed.
 * An assessment of the organisation as a whole keeps to the setting that it was begun with. Of several, those follow from the type of
 * the organisation and from what was said of it since; one that was ever signed, or waits for a signature, stays.
 */
export function settingsAnswered(
  { careSettings }: Pick<ProgrammePack, 'careSettings'>,
  { returns }: Pick<Instrument, 'returns'>,
  { type, choices, begun }: OrganisationAsked,
): string[] {
  if (returns === 'per-organisation') {
    const setting = begun[0]?.careSetting ?? type.careSetting;
    return setting === null ? [] : [setting];
  }
  const said = new Map(choices.map(({ careSetting, answers }) => [careSetting, answers]));
  const ofType = settingsOfType(type);
  const kept = begun.filter(isKept).map(({ careSetting }) => careSetting);
  return careSettings
    .map(({ id }) => id)
    .filter((id) => kept.includes(id) || (type.assessed && (said.get(id) ?? ofType.includes(id))));
}

/** Whether a care setting stays, whatever is chosen: what is on record of it must have an address, also while its return is open again. */
export function isKept({ state, wasSigned }: Pick<SettingStanding, 'state' | 'wasSigned'>): boolean {
  return wasSigned || isGivenAway(state);
}

/** Whether it is open for a correction, while what was published stands. */
export function isCorrected({ state, submittedAt }: Pick<SettingStanding, 'state' | 'submittedAt'>): boolean {
  return submittedAt !== null && state !== 'submitted';
}

/** Whether the answers are out of the hands of those who gave them. */
export function isGivenAway(state: AssessmentState): boolean {
  return state === 'awaiting-authorisation' || state === 'submitted';
}

/**
 * Where an organisation stands with all of its settings: it has submitted once each of them has. One that waits for a signature comes before what
 * is still to be answered, because somebody can act on it.
 */
export function standingOverall(
  settings: readonly Pick<SettingStanding, 'state' | 'submittedAt'>[],
): Pick<SettingStanding, 'state' | 'submittedAt'> {
  const states = new Set(settings.map(({ state, submittedAt }) => (submittedAt === null ? state : 'submitted')));
  if (settings.length > 0 && states.size === 1 && states.has('submitted')) {
    const last = Math.max(...settings.map(({ submittedAt }) => submittedAt?.getTime() ?? 0));
    return { state: 'submitted', submittedAt: new Date(last) };
  }
  if (states.has('awaiting-authorisation')) {
    return { state: 'awaiting-authorisation', submittedAt: null };
  }
  const isBegun = states.has('in-progress') || states.has('submitted');
  return { state: isBegun ? 'in-progress' : 'not-started', submittedAt: null };
}
