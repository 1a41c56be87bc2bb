import { assessmentRounds, type ProgrammePack, type Round } from '../programme/index.ts';

/** What a round of a kind is planned over, as a form asks for it. */
export interface PlanChoice {
  readonly kind: Round['kind'];
  readonly field: 'instrument' | 'baseline-round';
  readonly label: string;
  readonly missing: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What cannot be chosen because it has not been activated. */
  readonly inactive: readonly string[];
}

/** An assessment asks the questions of an instrument; roadmaps start from what a round of assessment came to, the newest first. */
export function planChoice(pack: ProgrammePack, kind: Round['kind']): PlanChoice {
  return kind === 'assessment'
    ? {
        kind,
        field: 'instrument',
        label: 'Questions',
        missing: 'Choose the questions',
        options: pack.activeInstruments.map(({ id, title }) => ({ value: id, label: title })),
        inactive: pack.instruments
          .filter((instrument) => !pack.activeInstruments.some(({ id }) => id === instrument.id))
          .map(({ title }) => title),
      }
    : {
        kind,
        field: 'baseline-round',
        label: 'Round of assessment that the baseline is taken from',
        missing: 'Choose the round that the baseline is taken from',
        options: assessmentRounds(pack)
          .toReversed()
          .map(({ id, label }) => ({ value: id, label })),
        inactive: [],
      };
}
