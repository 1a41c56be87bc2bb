import { z } from 'zod';
import {
  dateShape as date,
  packIdShape as id,
  membershipRoleShape as membershipRole,
  numberShape as number,
  standingShape as standing,
  textShape as text,
  textsShape as texts,
} from './pack-shapes.ts';

/* The shape of what a pack says about roadmaps: what they hold, and how they are submitted and reviewed. */

export const capabilityGroupShape = z.strictObject({ id, label: text, description: text, section: id });

export const universalCapabilityShape = z.strictObject({
  id,
  title: text,
  group: id,
  nationalService: text,
  aims: texts.min(1),
  goFurther: texts,
  measures: texts.min(1),
  standing,
});

/** May be left out. */
export const digitalRoleShape = z.strictObject({ id, label: text });

/** May be left out. */
export const informationFlowsShape = z.strictObject({
  ways: z
    .array(
      z.strictObject({
        id,
        label: text,
        letter: z.string().regex(/^[A-Z]$/, 'must be one capital letter'),
        digital: z.boolean(),
        structured: z.boolean(),
      }),
    )
    .min(1),
  kinds: z.array(z.strictObject({ id, label: text, supports: z.array(id).default([]) })).min(1),
  standards: z.array(z.strictObject({ id, label: text })).default([]),
  parties: z.array(z.strictObject({ id, label: text })).default([]),
});

const years = z.array(z.strictObject({ id, label: text, endsOn: date })).min(1);

export const roadmapTemplateShape = z.strictObject({
  id,
  title: text,
  parts: z
    .array(
      z.strictObject({
        id,
        number,
        title: text,
        guidance: text,
        prompts: texts,
        kind: z.enum(['key-information', 'narrative', 'capabilities', 'universal', 'sign-up']),
        required: z.boolean(),
        visibility: z.enum(['public', 'assured']),
        tables: z.array(id).default([]),
      }),
    )
    .min(1),
  targetYears: years,
  ambitionYears: years,
  planQuarters: z.array(z.strictObject({ id, label: text })).min(1),
  deploymentYears: years,
});

export const submissionRuleShape = z.strictObject({
  mustEndorse: z.array(membershipRole).min(1),
  declineBlocks: z.boolean(),
  shareNeeded: z.number().min(0).max(1),
});

export const reviewRatingShape = z.strictObject({ id, label: text, blocksClearance: z.boolean() });

export const reviewCriterionShape = z.strictObject({
  id,
  title: text,
  question: text,
  rubric: z.record(z.string(), text),
  nationalFocus: z.boolean(),
});
