import { z } from 'zod';
import { keyOf, storedJson } from '../../platform/stored-json.ts';
import { roleLabels } from '../identity/index.ts';
import { successionKinds, successionSubjects } from '../register/index.ts';
import { versionStates } from '../roadmap/index.ts';
import type { Change } from './change.ts';
import type { AffectedRecords, Plan, SideTotals } from './planning/plan.ts';
import { type RuleId, successionRules } from './planning/rules.ts';
import type { Totals } from './planning/totals.ts';
import type { ProposedEvent } from './proposed-event.ts';

const text = z.string();
const day = z.iso.date();
const count = z.int().min(0);
const id = z.string().min(1);

const newFootprint = { name: text, code: text, slug: text };
const common = { effectiveOn: day, reason: text };

const event: z.ZodType<ProposedEvent> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merge'),
    ...common,
    predecessors: z.array(text),
    successor: z.strictObject(newFootprint),
  }),
  z.strictObject({
    kind: z.literal('split'),
    ...common,
    predecessor: text,
    successors: z.array(z.strictObject({ ...newFootprint, organisations: z.array(text) })),
  }),
  z.strictObject({ kind: z.literal('rename'), ...common, footprint: text, name: text, slug: text }),
  z.strictObject({
    kind: z.literal('boundary-change'),
    ...common,
    from: text,
    to: text,
    organisations: z.array(text),
  }),
  z.strictObject({ kind: z.literal('closure'), ...common, footprint: text }),
  z.strictObject({
    kind: z.literal('organisation-merge'),
    ...common,
    predecessors: z.array(text),
    successor: z.strictObject({ code: text, name: text }),
  }),
  z.strictObject({ kind: z.literal('undo'), ...common, eventId: id }),
]);

const to = day.nullable();
const areaNames = { areaId: id, code: text, name: text, slug: text };
const membership = { areaId: id, organisationId: id, role: z.enum(['lead', 'core', 'associate', 'support']), to };
const link = { childAreaId: id, parentAreaId: id, relation: z.enum(['within', 'spans']), to };
const grant = {
  personId: id,
  role: keyOf(roleLabels),
  scopeKind: z.enum(['footprint', 'organisation']),
  scopeId: id,
};
const organisationNames = { organisationId: id, code: text, name: text, typeId: id, to };

const change: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begin-area'), ...areaNames }),
  z.strictObject({ kind: z.literal('end-area'), ...areaNames }),
  z.strictObject({ kind: z.literal('resume-area'), ...areaNames }),
  z.strictObject({
    kind: z.literal('rename-area'),
    before: z.strictObject(areaNames),
    after: z.strictObject(areaNames),
  }),
  z.strictObject({ kind: z.literal('begin-membership'), ...membership }),
  z.strictObject({ kind: z.literal('end-membership'), ...membership }),
  z.strictObject({ kind: z.literal('begin-link'), ...link }),
  z.strictObject({ kind: z.literal('end-link'), ...link }),
  z.strictObject({ kind: z.literal('begin-grant'), ...grant }),
  z.strictObject({ kind: z.literal('end-grant'), ...grant }),
  z.strictObject({
    kind: z.literal('withdraw-version'),
    versionId: id,
    number: count,
    digest: text,
    reason: text,
  }),
  z.strictObject({
    kind: z.literal('begin-draft'),
    footprintId: id,
    cites: z.array(z.strictObject({ versionId: id, footprintName: text, number: count })),
  }),
  z.strictObject({ kind: z.literal('begin-organisation'), ...organisationNames }),
  z.strictObject({ kind: z.literal('end-organisation'), ...organisationNames }),
  z.strictObject({ kind: z.literal('resume-organisation'), ...organisationNames }),
  z.strictObject({ kind: z.literal('begin-place'), organisationId: id, areaId: id }),
  z.strictObject({ kind: z.literal('carry-patients'), organisationId: id, value: count, measuredOn: day }),
]);

const totals: z.ZodType<Totals> = z.strictObject({
  organisations: count,
  ccgs: count,
  trusts: count,
  practices: count,
  patients: count,
  patientsMissing: count,
});

const side: z.ZodType<SideTotals> = z.strictObject({
  footprints: z.array(z.strictObject({ name: text, totals })),
  together: totals,
});

const standing: z.ZodType<AffectedRecords> = z.strictObject({
  roadmaps: z.array(
    z.strictObject({
      areaId: id,
      version: z
        .strictObject({ versionId: id, number: count, state: z.enum(versionStates), digest: text.nullable() })
        .nullable(),
      endorsements: z.array(z.strictObject({ organisationName: text, decision: text })),
      published: z.array(count),
    }),
  ),
  organisations: z.array(z.strictObject({ organisationId: id, assessments: count, exemplars: count })),
});

const rule = z.custom<RuleId>((value) => successionRules.some((one) => one.id === value), 'is no rule');

const plan: z.ZodType<Plan> = z.strictObject({
  event,
  subject: z.enum(successionSubjects),
  kind: z.enum(successionKinds),
  title: text,
  links: z.array(z.strictObject({ predecessorId: id, successorId: id.nullable() })),
  changes: z.array(change),
  consequences: z.array(z.strictObject({ rule, text })),
  before: side,
  after: side,
  standing: standing.exactOptional(),
  touches: z.array(text),
});

export const storedEvent = storedJson('succession_proposal.event', event);

export const storedPlan = storedJson('succession_proposal.plan', plan);
