import { z } from 'zod';
import { paths } from '../../../paths.ts';
import type { CsvTable } from '../../../platform/csv-table.ts';
import type { SourceRef } from '../../directory/index.ts';
import {
  type ChangeLine,
  changeKinds,
  changeSubjects,
  type HistoryInShort,
  type LineageParty,
  type LineageStep,
  type ListedSuccession,
} from '../../history/index.ts';
import { provenanceCells, provenanceColumns } from './csv-columns.ts';
import { calledStatusAnswer, factProvenance, provenance } from './shared-answers.ts';

export const partyAnswer = z
  .object({
    code: z.string().describe('Code of an organisation or area.'),
    name: z.string().nullable().describe('As it was called then; null where it is in no directory here.'),
    kind: z.string().describe('`organisation`, or the kind of area.'),
    slug: z.string().nullable().describe('Name of an area in addresses; null for an organisation.'),
  })
  .describe('What went before or came after.');

const toParty = ({ id, name, area }: LineageParty): z.infer<typeof partyAnswer> => ({
  code: area?.code ?? id,
  name,
  kind: area?.kind ?? 'organisation',
  slug: area?.slug ?? null,
});

const stepAnswer = partyAnswer
  .extend({
    effectiveOn: z.iso.date().describe('First day of what came after.'),
    isPart: z.boolean().describe('True where the predecessor goes on beside its successor.'),
  })
  .describe('A step of a succession.');

const dayIs = z
  .enum(['stated', 'by'])
  .describe('`by`: that day is only that of the first source that tells of the change, which was made by then.');

/** What is added to the answer about one organisation or area. */
export const historyAnswer = {
  formerNames: z
    .array(
      z.object({
        name: z.string(),
        validTo: z.iso.date().describe('First day it no longer held.'),
        validToIs: dayIs,
      }),
    )
    .describe('Names before the one of the day, latest first.'),
  predecessors: z.array(stepAnswer).describe('What it took over from, whenever that was.'),
  successors: z.array(stepAnswer).describe('What came after it, whenever that was.'),
};

type HistoryAnswer = z.infer<z.ZodObject<typeof historyAnswer>>;

export function toHistory({ formerNames, lineage }: HistoryInShort): HistoryAnswer {
  const toStep = ({ party, on, isPart }: LineageStep) => ({ ...toParty(party), effectiveOn: on, isPart });
  return {
    formerNames: formerNames.map(({ name, validTo, isBy }) => ({ name, validTo, validToIs: isBy ? 'by' : 'stated' })),
    predecessors: lineage.predecessors.map(toStep),
    successors: lineage.successors.map(toStep),
  };
}

export const successionAnswer = z
  .object({
    id: z.string(),
    subject: z.enum(['organisation', 'area']),
    kind: z
      .enum(['merge', 'split', 'transfer', 'rename', 'boundary-change', 'closure'])
      .describe('`transfer`: one took the place of one. `boundary-change`: parts changed hands between several.'),
    effectiveOn: z.iso.date().describe('First day of what came after.'),
    predecessors: z.array(partyAnswer),
    successors: z.array(partyAnswer).describe('Empty when nothing came after.'),
    reason: z.string(),
    ...provenance,
  })
  .describe('Organisations or areas that became others on a day.');

export type SuccessionAnswer = z.infer<typeof successionAnswer>;

export function toSuccession(succession: ListedSuccession): SuccessionAnswer {
  const { eventId, subject, kind, effectiveOn, reason, predecessors, successors } = succession;
  return {
    id: eventId,
    subject,
    kind,
    effectiveOn,
    predecessors: predecessors.map(toParty),
    successors: successors.map(toParty),
    reason,
    ...factProvenance(succession),
  };
}

/** A row for each predecessor with each successor. */
export const successionTable: CsvTable<SuccessionAnswer> = {
  columns: [
    'id',
    'subject',
    'kind',
    'effective_on',
    'predecessor_code',
    'predecessor_name',
    'successor_code',
    'successor_name',
    'reason',
    ...provenanceColumns,
  ],
  rowsOf: (succession) => {
    const { id, subject, kind, effectiveOn, reason, predecessors, successors } = succession;
    const after = successors.length === 0 ? [null] : successors;
    return predecessors.flatMap((before) =>
      after.map((next) => [
        id,
        subject,
        kind,
        effectiveOn,
        before.code,
        before.name,
        next?.code ?? null,
        next?.name ?? null,
        reason,
        ...provenanceCells(succession),
      ]),
    );
  },
};

export const changeAnswer = z
  .object({
    subject: z
      .enum(changeSubjects)
      .describe('`membership`: the part of an organisation in the footprint that was asked for.'),
    change: z.enum(changeKinds).describe('`succeeded`: closed, and others came after.'),
    code: z.string().describe('Code of the organisation or area.'),
    name: z.string().describe('On the second day; on the first for what was gone by then.'),
    type: z.string().describe('Id of the type of organisation or kind of area in the programme.'),
    status: calledStatusAnswer,
    before: z.string().describe('Name, type, code or roles on the first day; empty where there was nothing.'),
    after: z.string().describe('The same on the second day.'),
    on: z.iso.date().nullable().describe('First day of the new state; null where that is not recorded.'),
    onIs: dayIs,
    others: z.array(partyAnswer).describe('What it came from, or what came after it.'),
    ...provenance,
    links: z.object({ page: z.string().describe('The page people read, on a day on which it existed.') }),
  })
  .describe('One difference between two days.');

export type ChangeAnswer = z.infer<typeof changeAnswer>;

/** A difference as answered, between the days asked for. */
export function toChange(
  line: ChangeLine & { readonly source: SourceRef },
  { from, to }: { readonly from: string; readonly to: string },
): ChangeAnswer {
  const { subject, change, code, name, typeId, status, slug, before, after, on, isBy, others } = line;
  const isGone = change === 'closed' || change === 'succeeded';
  const page =
    slug === null
      ? paths.organisation(code)
      : typeId === 'footprint'
        ? paths.footprint(slug)
        : paths.area(typeId, code);
  return {
    subject,
    change,
    code,
    name,
    type: typeId,
    status,
    before,
    after,
    on,
    onIs: isBy ? 'by' : 'stated',
    others: others.map(toParty),
    ...factProvenance(line),
    links: { page: `${page}?as-at=${isGone ? from : to}` },
  };
}

export const changeTable: CsvTable<ChangeAnswer> = {
  columns: [
    'subject',
    'change',
    'code',
    'name',
    'type',
    'before',
    'after',
    'on',
    'on_is',
    'other_codes',
    ...provenanceColumns,
  ],
  rowsOf: (change) => [
    [
      change.subject,
      change.change,
      change.code,
      change.name,
      change.type,
      change.before,
      change.after,
      change.on,
      change.onIs,
      change.others.map(({ code }) => code).join(' '),
      ...provenanceCells(change),
    ],
  ],
};
