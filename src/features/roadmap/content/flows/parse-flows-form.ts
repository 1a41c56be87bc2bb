import { type FormOutcome, type FormReader, readForm } from '../../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import { readTypedPeriod } from '../../../../platform/forms/typed-period.ts';
import { formatPeriod } from '../../../../views/format.ts';
import { type Flow, type FlowTerms, formerMember, type NamedParty, partyKey, type SentFlows } from './flow.ts';

export interface FlowsForm {
  readonly flows: readonly Flow[];
  readonly revision: number;
}

/** The longest note on one flow, in characters. */
const noteLimit = 500;

/** What is posted for a flow of which it is not known how it goes. */
export const notKnown = 'not-known';

/** The fields of the flow to one receiver. */
export const flowFields = ['now', 'standard', 'planned', 'by', 'note'] as const;

export type FlowField = (typeof flowFields)[number];

export const flowField = (field: FlowField, key: string) => `${field}-${key}`;

/** Stands for a receiver in the fields of the row whose values go into every row that is left empty. */
export const emptyRows = { key: 'rows-left-empty', name: 'the rows left empty' };

/**
 * Reads everything of one kind that one sender sends, from the fields `now-{receiver}`, `standard-…`, `planned-…`, `by-…` and `note-…` of each
 * receiver, and `revision`. A receiver of whom nothing is filled in has the flow of the row for all of those; where that is empty, none.
 */
export function parseFlowsForm(
  form: PostedForm,
  receivers: readonly NamedParty[],
  terms: FlowTerms,
): FormOutcome<FlowsForm> {
  const reader = readForm(form);
  const filling = readFlow(reader, emptyRows, terms);
  const gone = receiversGone(form, receivers);
  for (const { key, name } of gone) {
    reader.fail(flowField('now', key), `${name}: clear the row, which was filled in before it left`);
  }
  const rows = [...receivers, ...gone].map(({ party, ...receiver }) => ({
    to: party,
    flow: readFlow(reader, receiver, terms),
  }));
  if (filling !== null && rows.every(({ flow }) => flow !== null)) {
    reader.fail(flowField('now', emptyRows.key), 'Clear the first row: no row is left empty that it could fill');
  }
  const flows = rows.flatMap(({ to, flow: written }) => {
    const flow = written ?? filling;
    return flow === null ? [] : [{ to, ...flow }];
  });
  return reader.outcome({ flows, revision: reader.revision() });
}

/** The most rows that a form can have of those who are no longer members. */
const mostGone = 50;

/** Whom something is filled in for that can be sent to no longer: an organisation that left while the form was open. */
export function receiversGone(
  form: Readonly<Record<string, unknown>>,
  receivers: readonly Pick<NamedParty, 'key'>[],
): NamedParty[] {
  const known = new Set([emptyRows.key, ...receivers.map(({ key }) => key)]);
  const keys = Object.entries(form).flatMap(([name, value]) => {
    const key = /^(?:now|planned|by|standard|note)-([\w-]{1,80})$/.exec(name)?.[1] ?? '';
    return key === '' || known.has(key) || value === '' ? [] : [key];
  });
  return [...new Set(keys)]
    .slice(0, mostGone)
    .map((key) => ({ party: { organisation: key }, key, name: formerMember }));
}

/** Null where nothing is filled in. */
function readFlow(
  reader: FormReader,
  { key, name }: Pick<NamedParty, 'key' | 'name'>,
  terms: FlowTerms,
): Omit<Flow, 'to'> | null {
  const ways = terms.ways.map(({ id }) => id);
  const choose = (field: FlowField, offered: readonly string[]) =>
    reader.choice(flowField(field, key), offered, `Choose from the list for ${name}`);
  const now = choose('now', [...ways, notKnown]);
  const wayId = choose('planned', ways);
  const typedBy = reader.line(flowField('by', key), { label: `The time for ${name}`, limit: 60 });
  const standardId = choose(
    'standard',
    terms.standards.map(({ id }) => id),
  );
  const note = reader.line(flowField('note', key), { label: `The note on ${name}`, limit: noteLimit });
  if (now === null && [standardId ?? '', wayId ?? '', typedBy, note].every((words) => words === '')) {
    return null;
  }
  if (now === null) {
    reader.fail(flowField('now', key), `Select how it goes to ${name} now, or that it is not known`);
  }
  const by = readBy(reader, flowField('by', key), typedBy, name, wayId !== null);
  const planned = wayId === null || by === null ? null : { wayId, by };
  return { wayNow: now === notKnown ? null : now, standardId, planned, note };
}

function readBy(reader: FormReader, field: string, typed: string, name: string, isPlanned: boolean): string | null {
  if (typed === '' && isPlanned) {
    reader.fail(field, `Enter when it will go to ${name} so, like March 2018 or Q4 2017/18`);
  }
  if (typed === '') {
    return null;
  }
  const read = readTypedPeriod(typed);
  if ('wrong' in read) {
    reader.fail(field, `The time for ${name} ${read.wrong}`);
    return null;
  }
  if (!isPlanned) {
    reader.fail(field.replace(/^by-/, 'planned-'), `Select how it will go to ${name} by ${typed}`);
  }
  return read.period;
}

/** What is stored, as it would have been typed. */
export function typedFlows({ flows }: Pick<SentFlows, 'flows'>): TypedForm {
  return Object.fromEntries(
    flows.flatMap(({ to, wayNow, standardId, planned, note }) => {
      const key = partyKey(to);
      return [
        [flowField('now', key), wayNow ?? notKnown],
        [flowField('standard', key), standardId ?? ''],
        [flowField('planned', key), planned?.wayId ?? ''],
        [flowField('by', key), planned === null ? '' : formatPeriod(planned.by)],
        [flowField('note', key), note],
      ];
    }),
  );
}
