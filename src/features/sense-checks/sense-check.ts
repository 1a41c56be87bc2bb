import { digestOf } from '../../platform/canonical-json.ts';
import type { Answer } from '../scoring/index.ts';

/** Why an answer is looked at again, as a heading says it. */
export const senseCheckLabels = {
  'no-reason': 'Not applicable without a reason',
  'nothing-applies': 'Nothing in a section applies',
  'level-left-out': 'A level left out',
  inconsistent: 'Answers that hardly go together',
  'all-the-same': 'The same answer throughout',
  'far-from-similar': 'Far from similar organisations',
  'large-change': 'A large change',
  'against-figure': 'Against a published figure',
} as const;

export type SenseCheckKind = keyof typeof senseCheckLabels;

/**
 * A question about what was answered, for whoever answers to change the answer or to say why it is so. It stops nothing: most of what
 * looks odd has a good reason.
 */
export interface SenseCheck {
  /**
   * Of what is looked at and of the answers behind it: what was said to it holds as long as these stay, and an answer that is changed is
   * looked at anew.
   */
  readonly key: string;
  readonly kind: SenseCheckKind;
  readonly sectionId: string;
  /** In the order of the instrument; all of a section's where it is about the section. */
  readonly questionIds: readonly string[];
  /** One or two sentences, the last of them a question. */
  readonly asks: string;
}

/** What a check found, before it is keyed to the answers behind it. */
export type Found = Omit<SenseCheck, 'key'>;

/** @param answers all that were given; those to the questions that it is about are what it holds for */
export function keyed(found: Found, answers: ReadonlyMap<string, Answer>): SenseCheck {
  const { kind, sectionId, questionIds } = found;
  // The note is left out: a word put right in it changes nothing of what is asked.
  const behind = questionIds.map((id) => [id, answers.get(id)?.value ?? null]);
  // What was said to one figure says nothing to the next, nor to another figure about the same answer.
  const figure = kind === 'against-figure' ? [found.asks] : [];
  return { ...found, key: digestOf([kind, sectionId, behind, ...figure]) };
}
