import { z } from 'zod';
import { hasHidden, looksEmpty } from '../../platform/forms/hidden-characters.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { SLUG_LIMIT, slugPattern } from '../../platform/slug.ts';
import type { ProposedEvent } from './proposed-event.ts';

export type ParsedEvent =
  | { readonly kind: 'ok'; readonly event: ProposedEvent }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[] };

const LONGEST_REASON = 2_000;

const text = (what: string, limit = 200) =>
  z
    .string(what)
    .trim()
    .refine((typed) => !looksEmpty(typed), what)
    .max(limit, `${what}, in at most ${limit} characters`);
const noHidden = (typed: string) => !hasHidden(typed);
const name = (what: string) => text(what).refine(noHidden, `${what}, without characters that cannot be seen`);
const slug = (what: string) =>
  z
    .string(what)
    .trim()
    .regex(slugPattern, `${what}: small letters, digits and hyphens, like south-east-london`)
    .max(SLUG_LIMIT, `${what}: at most ${SLUG_LIMIT} characters`);
const organisationCode = z
  .string('An organisation is named by its code')
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9-]{2,12}$/, 'A code of an organisation has 2 to 12 capital letters and digits');
const codes = (what: string) => z.array(organisationCode, what).min(1, what);

const newFootprint = {
  name: name('Give the new footprint a name'),
  code: slug('Give the new footprint a short code'),
  slug: slug('Say what the address of the new footprint ends with'),
};
const successorName = z
  .string()
  .trim()
  .max(200)
  .refine(noHidden, 'Give its name without characters that cannot be seen');
const common = {
  effectiveOn: z.iso.date('Give the first day of what comes after, as a real day'),
  reason: text('Say why, in words that everyone can read', LONGEST_REASON),
};
const footprint = slug('Choose a footprint');

/** What a file or a form must say of each kind of event. */
const schema = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('merge'),
      ...common,
      predecessors: z.array(footprint, 'Choose at least two footprints').min(2, 'Choose at least two footprints'),
      successor: z.object(newFootprint, 'Say what the new footprint is called'),
    }),
    z.object({
      kind: z.literal('split'),
      ...common,
      predecessor: footprint,
      successors: z
        .array(
          z.object({ ...newFootprint, organisations: codes('Name the organisations of this part by their codes') }),
        )
        .min(2, 'Name at least two parts'),
    }),
    z.object({
      kind: z.literal('rename'),
      ...common,
      footprint,
      name: name('Give the footprint its new name'),
      slug: newFootprint.slug,
    }),
    z.object({
      kind: z.literal('boundary-change'),
      ...common,
      from: footprint,
      to: footprint,
      organisations: codes('Name the organisations that move by their codes'),
    }),
    z.object({ kind: z.literal('closure'), ...common, footprint }),
    z.object({
      kind: z.literal('organisation-merge'),
      ...common,
      predecessors: codes('Name the organisations that end by their codes'),
      successor: z.object({ code: organisationCode, name: successorName.default('') }, 'Say what comes after'),
    }),
    z.object({ kind: z.literal('undo'), ...common, eventId: z.uuid('Name the event to take back by its id') }),
  ],
  'Choose what happens: merge, split, rename, boundary-change, closure, organisation-merge or undo',
);

/** Reads what was proposed, from a file or a form that was put into its shape. All errors are told, each with its place. */
export function parseProposedEvent(input: unknown): ParsedEvent {
  const parsed = schema.safeParse(input);
  if (parsed.success) {
    return { kind: 'ok', event: parsed.data };
  }
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: fieldOf(path), message }));
  return { kind: 'errors', errors: eachField(errors) };
}

/** `successors.0.name` -> `part-1-name`, `successor.slug` -> `successor-slug`, `effectiveOn` -> `effective-on`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second, third] = path.map(String);
  if (first === 'successors') {
    return second === undefined ? 'part-1-name' : `part-${Number(second) + 1}-${third ?? 'name'}`;
  }
  const words = first === 'successor' ? [first, second ?? 'name'] : [first ?? 'kind'];
  return words.join('-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function eachField(errors: readonly FieldError[]): FieldError[] {
  return errors.filter(({ field }, place) => errors.findIndex((other) => other.field === field) === place);
}
