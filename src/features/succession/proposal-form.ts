import { type FieldError, type PostedForm, textOf, textsOf } from '../../platform/forms/posted-form.ts';
import { asIsoDay, readTypedDay } from '../../platform/forms/typed-day.ts';
import { slugOf } from '../../platform/slug.ts';
import { type EventKind, eventLabels } from './proposed-event.ts';

/** Kinds that a form offers, in its order; an undo begins at the event that is taken back. */
export const offeredKinds = [
  'merge',
  'split',
  'boundary-change',
  'rename',
  'closure',
  'organisation-merge',
] as const satisfies readonly EventKind[];

export const partNumbers = [1, 2, 3] as const;

export function kindOf(form: PostedForm): EventKind | null {
  const wanted = textOf(form, 'kind');
  return Object.keys(eventLabels).find((kind): kind is EventKind => kind === wanted) ?? null;
}

/**
 * Puts a posted form into the shape that `parseProposedEvent` reads: `1 10 2016` becomes a date, lists of codes may be parted by
 * spaces, commas or lines, a code or address left empty is made from the name, and a part left empty altogether is none.
 */
export function proposalFromForm(form: PostedForm): unknown {
  const kind = kindOf(form);
  const common = { kind, effectiveOn: asIsoDay(textOf(form, 'effective-on')), reason: textOf(form, 'reason') };
  switch (kind) {
    case 'merge':
      return { ...common, predecessors: textsOf(form, 'predecessors'), successor: footprintFrom(form, 'successor') };
    case 'split': {
      const parts = partNumbers
        .map((part) => ({
          ...footprintFrom(form, `part-${part}`),
          organisations: codesOf(textOf(form, `part-${part}-organisations`)),
        }))
        .filter(({ name, slug, code, organisations }, place) => {
          return place < 2 || `${name}${slug}${code}` !== '' || organisations.length > 0;
        });
      return { ...common, predecessor: textOf(form, 'predecessor'), successors: parts };
    }
    case 'rename': {
      const name = textOf(form, 'name');
      return { ...common, footprint: textOf(form, 'footprint'), name, slug: textOf(form, 'slug') || slugOf(name) };
    }
    case 'boundary-change': {
      const organisations = codesOf(textOf(form, 'organisations'));
      return { ...common, from: textOf(form, 'from'), to: textOf(form, 'to'), organisations };
    }
    case 'closure':
      return { ...common, footprint: textOf(form, 'footprint') };
    case 'organisation-merge': {
      const successor = { code: textOf(form, 'successor-code'), name: textOf(form, 'successor-name') };
      return { ...common, predecessors: codesOf(textOf(form, 'predecessors')), successor };
    }
    case 'undo':
      return { ...common, eventId: textOf(form, 'event') };
    case null:
      return common;
  }
}

/** Fields that each kind asks for, besides those of all kinds. */
const fieldsOf: Readonly<Record<EventKind, readonly string[]>> = {
  merge: ['predecessors', ...newFootprintFields('successor')],
  split: [
    'predecessor',
    ...partNumbers.flatMap((part) => [...newFootprintFields(`part-${part}`), `part-${part}-organisations`]),
  ],
  rename: ['footprint', 'name', 'slug'],
  'boundary-change': ['from', 'to', 'organisations'],
  closure: ['footprint'],
  'organisation-merge': ['predecessors', 'successor-code', 'successor-name'],
  undo: ['event'],
};

function newFootprintFields(prefix: string): string[] {
  return [`${prefix}-name`, `${prefix}-slug`, `${prefix}-code`];
}

/** What was typed for another kind of event than the one chosen: it has no part in the proposal, so it is asked about. */
export function strayErrors(form: PostedForm): FieldError[] {
  const kind = kindOf(form);
  if (kind === null) {
    return [];
  }
  const asked = new Set(fieldsOf[kind]);
  const stray = [...new Set(Object.values(fieldsOf).flat())].filter((field) => !asked.has(field));
  const typed = stray.flatMap((field) => textsOf(form, field).filter((text) => text.trim() !== ''));
  const said = `is no part of “${eventLabels[kind]}”. Copy it if you need it, then record the proposal again`;
  return typed.length === 0 ? [] : [{ field: 'effective-on', message: `“${typed.join('”, “')}” ${said}` }];
}

/** What is wrong with the day as it was typed; nothing where none was. `today`: an ISO date. */
export function dayErrors(form: PostedForm, today: string): FieldError[] {
  const text = textOf(form, 'effective-on').trim();
  const read = text === '' ? null : readTypedDay(text, today);
  return read !== null && 'wrong' in read
    ? [{ field: 'effective-on', message: `The first day of what comes after ${read.wrong}` }]
    : [];
}

function footprintFrom(form: PostedForm, prefix: string) {
  const name = textOf(form, `${prefix}-name`);
  const slug = textOf(form, `${prefix}-slug`) || slugOf(name);
  return { name, slug, code: textOf(form, `${prefix}-code`) || slug };
}

function codesOf(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((code) => code !== '');
}
