import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { passkeyField } from './passkey-field.ts';

/** What a browser answers when it made a passkey; what is in it the library looks into. */
export const madePasskey = z.looseObject({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  response: z.looseObject({ clientDataJSON: z.string() }),
});

/** What it answers when it showed one. */
export const shownPasskey = madePasskey.extend({
  response: z.looseObject({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});

/** What a browser answered about a passkey; null where it is no such thing, or the browser had no script to ask. */
export function postedPasskey<T>({ body }: FastifyRequest, shape: z.ZodType<T>): T | null {
  try {
    return shape.safeParse(JSON.parse(textOf(postedForm(body), passkeyField))).data ?? null;
  } catch {
    return null;
  }
}
