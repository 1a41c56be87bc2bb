import { digestOf } from '../../../platform/canonical-json.ts';
import type { FormContent, OrganisationMention } from '../formation.ts';

/**
 * What the commissioners endorse and the region decides on: the whole form, what it changes, and who was asked. Its digest is the
 * SHA-256 of its canonical JSON (RFC 8785). One letter changed makes another digest, for which no endorsement was given.
 */
export interface FormDocument {
  readonly format: 'footprint-form-1';
  /** The round that the footprint was to plan in; null where none was planned. */
  readonly roundId: string | null;
  readonly number: number;
  readonly illustrative: boolean;
  /** When it was put to the commissioners, so that a form put again is a document of its own. */
  readonly putAt: string;
  /** What held before; null for a footprint that is new. */
  readonly base: FormContent | null;
  readonly form: FormContent;
  readonly asked: readonly OrganisationMention[];
}

export function formDigest(document: FormDocument): string {
  return digestOf(document);
}
