import { type FormOutcome, type FormReader, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../platform/forms/typed-day.ts';
import { slugOf } from '../../platform/slug.ts';
import type { Round, RoundPlan, RoundScope } from '../programme/index.ts';
import type { PlanChoice } from './plan-choice.ts';

export interface TypedStep {
  readonly reason: string;
  /** How many steps the page knew of. */
  readonly after: number;
}

export interface TypedExtension extends TypedStep {
  readonly scopeKind: RoundScope['kind'];
  /** A code, the name of an organisation, or the last part of the address of a footprint; empty for everybody. */
  readonly place: string;
  readonly dueOn: string;
}

/** For whom a deadline can be extended: assessments are of organisations, roadmaps of footprints. */
export function scopesOf({ kind }: Pick<Round, 'kind'>): readonly RoundScope['kind'][] {
  return kind === 'assessment' ? ['all', 'region', 'organisation'] : ['all', 'region', 'footprint'];
}

export interface TypedResultsDay extends TypedStep {
  readonly resultsOn: string;
}

export function parseResultsForm(form: PostedForm, today: string): FormOutcome<TypedResultsDay> {
  const reader = readForm(form);
  const label = { label: 'The day of the results', required: 'Enter the day of the results' };
  return reader.outcome({ resultsOn: readDay(reader, 'results-on', label, today), ...readStep(reader) });
}

export function parseStepForm(form: PostedForm): FormOutcome<TypedStep> {
  const reader = readForm(form);
  return reader.outcome({ ...readStep(reader) });
}

/** A place that can be chosen by its name. */
export interface PlaceToChoose {
  readonly code: string;
  readonly name: string;
}

/** Regions and footprints are chosen from these; of organisations there are too many, so a name or code is typed. */
export type PlacesToChoose = Readonly<Record<'region' | 'footprint', readonly PlaceToChoose[]>>;

export function parseExtensionForm(
  form: PostedForm,
  round: Pick<Round, 'kind'>,
  { places, today }: { readonly places: PlacesToChoose; readonly today: string },
): FormOutcome<TypedExtension> {
  const reader = readForm(form);
  const scopes = scopesOf(round);
  const scopeKind = reader.requiredChoice('scope', scopes, 'Choose for whom the deadline is extended');
  const typed = Object.fromEntries(scopes.map((kind) => [kind, readPlace(reader, kind, places)]));
  const place = typed[scopeKind] ?? '';
  if (scopeKind !== 'all' && place === '') {
    reader.fail(scopeKind, placeMissing[scopeKind]);
  }
  return reader.outcome({
    scopeKind,
    place,
    dueOn: readDay(reader, 'due-on', { label: 'The new deadline', required: 'Enter the new deadline' }, today),
    ...readStep(reader),
  });
}

/** A round begins today or later. */
export function parseRoundForm(form: PostedForm, choice: PlanChoice, today: string): FormOutcome<RoundPlan> {
  const reader = readForm(form);
  return reader.outcome(readPlan(reader, choice, today));
}

/** As `parseRoundForm`, for a round that was planned: it may go on beginning when it did. */
export function parseCorrectionForm(
  form: PostedForm,
  choice: PlanChoice,
  { opensOn, today }: { readonly opensOn: string; readonly today: string },
): FormOutcome<RoundPlan & TypedStep> {
  const reader = readForm(form);
  const plan = readPlan(reader, choice, today, opensOn);
  return reader.outcome({ ...plan, ...readStep(reader) });
}

function readPlan(reader: FormReader, choice: PlanChoice, today: string, opened = today): RoundPlan {
  const label = reader.line('label', {
    label: 'The name',
    limit: 80,
    required: 'Enter a name',
    problem: nameProblem,
  });
  const chosen = reader.requiredChoice(
    choice.field,
    choice.options.map(({ value }) => value),
    choice.missing,
  );
  const opensOn = readDay(reader, 'opens-on', { label: 'The first day', required: 'Enter the first day' }, today);
  const dueOn = readDay(reader, 'due-on', { label: 'The deadline', required: 'Enter the deadline' }, today);
  if (opensOn !== '' && opensOn < today && opensOn !== opened) {
    reader.fail('opens-on', 'The first day must be today or later');
  }
  if (opensOn !== '' && dueOn !== '' && dueOn < opensOn) {
    reader.fail('due-on', 'The deadline must not be before the first day');
  }
  const over =
    choice.kind === 'assessment'
      ? { instrument: chosen, baselineRound: null }
      : { instrument: null, baselineRound: chosen };
  return { label, ...over, opensOn, dueOn };
}

const SHORTEST_NAME = 3;

function nameProblem(text: string): string | null {
  const letters = slugOf(text).replaceAll('-', '');
  if (letters === '') {
    return 'The name must have a letter from a to z or a number';
  }
  return letters.length < SHORTEST_NAME ? 'The name must have at least three letters or numbers' : null;
}

const placeMissing: Readonly<Record<Exclude<RoundScope['kind'], 'all'>, string>> = {
  region: 'Choose the region',
  footprint: 'Choose the footprint',
  organisation: 'Enter the name or code of an organisation, such as RL4',
};

function readPlace(reader: FormReader, kind: RoundScope['kind'], places: PlacesToChoose): string {
  switch (kind) {
    case 'all':
      return '';
    case 'organisation':
      return reader.line(kind, { label: 'The organisation', limit: 200 });
    case 'region':
    case 'footprint': {
      const codes = places[kind].map(({ code }) => code);
      return reader.choice(kind, codes, placeMissing[kind]) ?? '';
    }
  }
}

function readStep(reader: FormReader): TypedStep {
  const reason = reader.line('reason', { label: 'The reason', limit: 500, required: 'Give a reason' });
  return { reason, after: reader.revision('after') };
}

function readDay(
  reader: FormReader,
  field: string,
  { label, required }: { readonly label: string; readonly required: string },
  today: string,
): string {
  const text = reader.line(field, { label, limit: 40, required });
  if (text === '') {
    return '';
  }
  const read = readTypedDay(text, today);
  if ('wrong' in read) {
    reader.fail(field, `${label} ${read.wrong}`);
    return '';
  }
  return read.day;
}
