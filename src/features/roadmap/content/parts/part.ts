import { z } from 'zod';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { SavedKind } from '../saved-kind.ts';
import { text } from '../shapes.ts';

/** What the members wrote for one part of the template. */
export type PartText = z.infer<typeof partText>;

export const partText = z.strictObject({
  partId: text,
  body: text,
  /** What the footprint calls this part, when it does not use the template's title; empty when it does. */
  localHeading: text,
});

export const partSaves: SavedKind<PartText> = { subject: 'part', stored: { version: 1, schema: partText } };

export function emptyPart(partId: string): PartText {
  return { partId, body: '', localHeading: '' };
}

/** What is stored, as it would have been typed: forms are always filled from what was typed, last time or just now. */
export function typedPart({ body, localHeading }: Pick<PartText, 'body' | 'localHeading'>): TypedForm {
  return { body, 'local-heading': localHeading };
}

export function partWording({ localHeading, body }: PartText): Wording[] {
  return [
    { label: 'Local heading', text: localHeading },
    { label: 'Text', text: body },
  ];
}
