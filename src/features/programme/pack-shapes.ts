import { z } from 'zod';
import { timeZone } from '../../platform/days.ts';
import { typographic } from '../../platform/typographic.ts';
import { draftReaders, signingRoles } from './instrument.ts';

/*
 * The shape of each piece of a pack as it is written in YAML. Every object is strict: a misspelt key would otherwise
 * be dropped in silence. What one piece says about another is checked later, in `checks`.
 */

const id = z
  .string()
  .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'must be letters and digits, with single hyphens between');
/** Kept to the letter: what is compared with words from elsewhere. */
const exact = z.string().trim().min(1, 'must not be empty');
/** What people read, printed in one manner however it was typed. The digest of a questionnaire is of what was typed. */
const text = exact.overwrite(typographic);
const texts = z.array(text);
const date = z.iso.date('must be a date written YYYY-MM-DD');
const zone = z.literal(timeZone, `must be ${timeZone}, in which every page counts its days and shows its times`);
const number = z.number().int().min(0);
const standing = z.enum(['official', 'stated', 'inferred']);

export {
  date as dateShape,
  id as packIdShape,
  membershipRole as membershipRoleShape,
  number as numberShape,
  standing as standingShape,
  text as textShape,
  texts as textsShape,
  zone as timeZoneShape,
};

const membershipRole = z.enum(['lead', 'core', 'associate', 'support']);

export const commitmentShape = z.strictObject({
  id,
  title: text,
  description: text,
  dueOn: date,
  madeIn: text,
  source: z.strictObject({
    title: text,
    url: z.url({ protocol: /^https$/, error: 'must be an https address' }).nullable(),
  }),
  standing,
});

/** May be left out: a service is called as its programme is. */
export const serviceNameShape = text.max(80).nullable().default(null);

/** May be left out: a demonstration then shows the present day. */
export const demonstrationShape = z.strictObject({ begins: date, of: text }).nullable().default(null);

/** May be left out: a result is then public once it is signed. */
export const resultsPublicShape = z.enum(['when-signed', 'on-a-day']).default('when-signed');

/** How many days there are to challenge what a moderation found. May be left out. */
export const challengeDaysShape = z.int().min(1).max(366).default(14);

/** Who invites people of other organisations to check what is signed. May be left out: nobody does then. */
export const peersInvitedByShape = z.array(z.enum(['reviewer', 'programme-manager'])).default([]);

/** May be left out: a programme that runs has no last day. */
export const endedOnShape = date.nullable().default(null);

/** May be left out: not every programme has counted. */
export const footprintCountsShape = z
  .array(
    z.strictObject({
      count: number.min(1),
      countedOn: date,
      when: text,
      note: z.string().trim().overwrite(typographic).default(''),
      standing,
      source: z.strictObject({ title: text, url: z.url({ protocol: /^https$/, error: 'must be an https address' }) }),
    }),
  )
  .default([]);

/** May be left out: most programmes assess providers of care alone. */
export const assessedShape = z.strictObject({ one: text, many: text }).default({ one: 'provider', many: 'providers' });

export const areaKindShape = z.strictObject({ id, label: text, labelPlural: text });

export const organisationTypeShape = z.strictObject({
  id,
  label: text,
  labelPlural: text,
  assessed: z.boolean(),
  careSetting: id.nullable().default(null),
  furtherCareSettings: z.array(id).default([]),
  odsRoles: z.array(z.string().regex(/^RO\d+$/, 'must be a role of the registry, e.g. RO197')).default([]),
  introducedOn: date.nullable().default(null),
});

export const careSettingShape = z.strictObject({ id, label: text, officialNames: z.array(exact).default([]) });

export const roundShape = z
  .strictObject({
    id,
    kind: z.enum(['assessment', 'roadmap']),
    label: text,
    opensOn: date,
    dueOn: date,
    baselineRound: id.nullable().default(null),
    instrument: id.nullable().default(null),
  })
  .transform((round) => ({ ...round, isPlannedHere: false, waitsForActivation: false, steps: [] as const }));

const scaleShape = z.strictObject({
  id,
  label: text,
  scored: z.boolean(),
  options: z.array(z.strictObject({ id, label: text, score: z.number().min(0).max(100) })),
});

/** Zero would leave out what it weighs without a word. */
const weight = z.number().positive('must be more than 0').default(1);

const levelShape = z.strictObject({
  option: id,
  looksLike: text,
  elements: z.array(z.strictObject({ id, text })),
});

/** May leave `comparable` unsaid: what is the same can be compared, and what is not cannot. Care settings stand for these alone. */
const lineageShape = z
  .strictObject({
    kind: z.enum(['same', 'narrower', 'wider']),
    from: z.array(id).min(1),
    comparable: z.union([z.boolean(), z.array(id).min(1)]).optional(),
  })
  .transform(({ kind, from, comparable = kind === 'same' }) => ({
    kind,
    from,
    isComparable: comparable !== false,
    comparableIn: Array.isArray(comparable) ? comparable : [],
  }));

const conditionShape = z.strictObject({ question: id, is: z.array(id).min(1) });

const questionShape = z.strictObject({
  id,
  title: text.nullable().default(null),
  text,
  help: text,
  scale: id,
  evidence: texts.default([]),
  levels: z.array(levelShape).default([]),
  careSettings: z.array(id).default([]),
  when: conditionShape.nullable().default(null),
  notApplicable: z.boolean().default(false),
  weight,
  lineage: lineageShape.nullable().default(null),
  standing,
});

const sectionShape = z.strictObject({
  id,
  number,
  title: text,
  description: text,
  answeredBy: text,
  weight,
  questions: z.array(questionShape).min(1),
});

const gateShape = z.strictObject({ question: id, below: z.number(), holds: id, most: z.number(), because: text });

/** Scores are kept in a column that holds no other numbers. */
const scoreScaleShape = z.strictObject({
  least: z.number().min(0),
  most: z.number().max(100),
  decimals: z.int().min(0).max(2),
});

/** An instrument names its themes in order; each theme stands in a file of its own, because together they are long. */
export const instrumentShape = z.strictObject({
  id,
  version: exact,
  title: text,
  follows: z
    .strictObject({ instrument: id, drops: z.array(id).default([]), standing })
    .nullable()
    .default(null),
  returns: z.enum(['per-organisation', 'per-setting']).default('per-organisation'),
  scales: z.array(scaleShape).min(1),
  themes: z.array(id).min(1),
  scoring: z.strictObject({
    id,
    label: text,
    theme: z.enum(['mean-of-sections', 'mean-of-answers']),
    gates: z.array(gateShape).default([]),
    scale: scoreScaleShape.default({ least: 0, most: 100, decimals: 0 }),
  }),
  notApplicableNeedsReason: z.boolean().default(false),
  asksDesiredLevels: z.boolean().default(false),
  provenance: text,
  declaration: text,
  signing: z
    .strictObject({
      roles: z.array(z.enum(signingRoles)).min(1),
      who: text,
      boardApproval: z.enum(['not-asked', 'optional', 'required']).default('not-asked'),
    })
    .default({ roles: ['executive'], who: 'an executive', boardApproval: 'not-asked' }),
  draftsReadBy: z.array(z.enum(draftReaders)).default([]),
});

export const themeShape = z.strictObject({
  instrument: id,
  id,
  title: text,
  description: text,
  answered: z.enum(['organisation', 'setting']).default('setting'),
  sharedInGroup: z.boolean().default(false),
  weight,
  sections: z.array(sectionShape).min(1),
});

export const consistencyRuleShape = z.strictObject({
  id,
  instrument: id,
  between: z.array(conditionShape).min(2, 'it takes two answers that do not go together'),
  asks: text,
});

/** May be left out. A handful: whoever opens it has a minute. */
export const staffSurveyShape = z.strictObject({ id, instrument: id, questions: z.array(id).min(1).max(10) });

/** May be left out, and so may what it is held against. */
export const indicatorShape = z.strictObject({
  id,
  title: text,
  says: text,
  doesNotSay: text,
  kind: z.enum(['observation', 'declaration']),
  values: z.array(z.strictObject({ id, label: text })).default([]),
  unit: text.nullable().default(null),
  holdsMonths: number.min(1),
  bearsOn: z
    .array(
      z.strictObject({
        instrument: id,
        question: id,
        where: z.array(id).min(1),
        agrees: z.array(id).default([]),
        conflicts: z.array(id).default([]),
        asks: text,
      }),
    )
    .default([]),
});
