import { type FormOutcome, type FormReader, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../platform/forms/typed-day.ts';
import { slugOf } from '../../platform/slug.ts';
import type { Round, RoundScope } from '../programme/index.ts';

export interface TypedStep {
  readonly reason: string;
  /** How many steps the page knew of. */
  readonly after: number;
}

export interface TypedExtension extends TypedStep {
  readonly scopeKind: RoundScope['kind'];
  /** A code, or the last part of the address of a footprint; empty for everybody. */
  readonly place: string;
  readonly dueOn: string;
}

/** For whom a deadline can be extended: assessments are of organisations, roadmaps of footprints. */
export function scopesOf({ kind }: Pick<Round, 'kind'>): readonly RoundScope['kind'][] {
  return kind === 'assessment' ? ['all', 'region', 'organisation'] : ['all', 'region', 'footprint'];
}

export function parseStepForm(form: PostedForm): FormOutcome<TypedStep> {
  const reader = readForm(form);
  return reader.outcome({ ...readStep(reader) });
}

export function parseExtensionForm(form: PostedForm, round: Pick<Round, 'kind'>): FormOutcome<TypedExtension> {
  const reader = readForm(form);
  const scopeKind = reader.requiredChoice('scope', scopesOf(round), 'Choose for whom the deadline is extended');
  const place = reader.line('place', { label: 'The place', limit: 200 });
  if (scopeKind !== 'all' && place === '') {
    reader.fail('place', `Enter ${placeWords[scopeKind]}`);
  }
  return reader.outcome({
    scopeKind,
    place,
    dueOn: readDay(reader, 'due-on', 'The new deadline', 'Enter the new deadline'),
    ...readStep(reader),
  });
}

export interface TypedRound {
  readonly label: string;
  readonly instrumentId: string;
  readonly opensOn: string;
  readonly dueOn: string;
}

/** `instruments`: ids of those that the programme has. A round begins today or later. */
export function parseRoundForm(
  form: PostedForm,
  instruments: readonly string[],
  today: string,
): FormOutcome<TypedRound> {
  const reader = readForm(form);
  const label = reader.line('label', {
    label: 'The name',
    limit: 80,
    required: 'Enter a name',
    problem: (text) => (slugOf(text) === '' ? 'The name must have a letter from a to z or a number' : null),
  });
  const instrumentId = reader.requiredChoice('instrument', instruments, 'Choose the questions');
  const opensOn = readDay(reader, 'opens-on', 'The first day', 'Enter the first day');
  const dueOn = readDay(reader, 'due-on', 'The deadline', 'Enter the deadline');
  if (opensOn !== '' && opensOn < today) {
    reader.fail('opens-on', 'The first day must be today or later');
  }
  if (opensOn !== '' && dueOn !== '' && dueOn < opensOn) {
    reader.fail('due-on', 'The deadline must not be before the first day');
  }
  return reader.outcome({ label, instrumentId, opensOn, dueOn });
}

export const placeWords: Readonly<Record<Exclude<RoundScope['kind'], 'all'>, string>> = {
  region: 'the code of a region, such as Y54',
  organisation: 'the code of an organisation, such as RL4',
  footprint: 'the last part of the address of a footprint’s page, such as doncaster',
};

function readStep(reader: FormReader): TypedStep {
  const reason = reader.line('reason', { label: 'The reason', limit: 500, required: 'Give a reason' });
  return { reason, after: reader.revision('after') };
}

const LAST_DAY = '2100-12-31';

function readDay(reader: FormReader, field: string, label: string, required: string): string {
  const text = reader.line(field, { label, limit: 40, required });
  if (text === '') {
    return '';
  }
  const read = readTypedDay(text);
  if ('wrong' in read) {
    reader.fail(field, `${label} ${read.wrong}`);
    return '';
  }
  if (read.day > LAST_DAY) {
    reader.fail(field, `${label} must be no later than 2100`);
  }
  return read.day;
}
