import { z } from 'zod';
import type { AssessmentState } from '../assessment/index.ts';
import type { Capacity } from '../formation/index.ts';
import { isRole, type Role, scopeOfRole } from '../identity/index.ts';
import { askedPoll, invitedPeer, madeModeration } from './returns/shapes-of-returns.ts';

/*
 * What a pack's illustration folder may hold: one file each for people, answers, footprint forms and roadmaps. All of it is made up, and a
 * pack may leave out any of it. The organisations, areas and days that it names are the pack's own, so that no code knows them.
 */

const day = z.iso.date();
const text = z.string().trim().min(1);
const capacity = z.enum([
  'lead',
  'partner',
  'provider',
  'council',
  'associate',
  'support',
]) satisfies z.ZodType<Capacity>;
const members = z.record(text, capacity);

/** A role of the national team is held for no place. */
const heldRole = z
  .strictObject({ role: z.string().refine(isRole, 'is no role'), of: text.optional() })
  .transform(({ role, of = '' }) => {
    // The refinement above has seen to it.
    const known = role as Role;
    const scopeKind = scopeOfRole[known];
    const isArea = scopeKind === 'footprint' || scopeKind === 'region';
    return { role: known, scopeKind, scopeId: isArea ? `${scopeKind}:${of}` : of };
  });

export const peopleShape = z.strictObject({
  /** In the order in which a footprint needs them. */
  people: z.array(
    z
      .strictObject({ id: text, name: text, jobTitle: text, roles: z.array(heldRole) })
      .transform(({ id, roles, ...person }) => ({ ...person, personId: `persona-${id}`, grants: roles })),
  ),
});

/** An invented person of the demonstration. */
export type DemonstrationPersona = z.output<typeof peopleShape>['people'][number];

const numbers = z.record(text, z.number());

const profileShape = z.strictObject({
  /** Theme id -> mean of provider theme scores. */
  themes: numbers,
  /** Section id -> approximate mean of provider section scores; the theme's mean has the last word. */
  sections: numbers,
  /** Question id -> how much further along it is than the rest of its section; drawn at random where nothing is said. */
  questions: numbers,
  /** Care setting id -> section id -> how its providers differ from the national mean. */
  careSettings: z.record(text, numbers),
  /** Care setting id -> share (0-1) of the questions allowing it that are answered "not applicable". */
  notApplicable: numbers,
});

/** The national picture that illustrative answers are made to add up to. Scores are 0-100; differences are in points. */
export type NationalProfile = z.output<typeof profileShape>;

const share = z.number().min(0).max(1);

/** States in which an assessment can be shown. */
const shownState = z.enum([
  'not-started',
  'in-progress',
  'awaiting-authorisation',
  'submitted',
]) satisfies z.ZodType<AssessmentState>;

const underWayShape = z.strictObject({
  /** First and last day on which anything is said to have been done. */
  from: day,
  to: day,
  /** Shares (0-1) of the providers asked; the rest have not begun. */
  shares: z.strictObject({ submitted: share, 'awaiting-authorisation': share, 'in-progress': share }),
  /** State by code of the organisation, for those of which nothing is drawn. */
  placed: z.record(text, shownState),
});

/** How far a round has come that is not over. */
export type UnderWay = z.output<typeof underWayShape>;

const movementShape = z.strictObject({ provider: z.number().min(0), answer: z.number().min(0) });

/** Standard deviations, in points, of how far a provider as a whole and each of its answers have moved since an earlier round. */
export type Movement = z.output<typeof movementShape>;

const answeredRound = z.strictObject({
  round: text,
  profile: profileShape,
  movement: movementShape.optional(),
  /** Left out where every provider has submitted on the last day. */
  underWay: underWayShape.optional(),
});

/** Sections that one invented person was given by another, of an organisation that is assessed as a whole. */
const assignedSections = z.strictObject({
  round: text,
  /** Code of the organisation. */
  of: text,
  /** Ids of people of the illustration. */
  by: text,
  to: text,
  on: day,
  sections: z.array(text).min(1),
  /** Whether they help somebody else who answers for it. */
  helps: z.boolean().default(false),
  dueOn: day,
  message: z.string().default(''),
});

/** What the answers of an organisation that is assessed as a whole rest on, added by an invented person. */
const addedEvidence = z
  .strictObject({
    round: text,
    /** Code of the organisation. */
    of: text,
    /** Id of one of the people of the illustration. */
    by: text,
    on: day,
    title: text,
    link: z.url().optional(),
    /** A file of plain text, by its name and what it says. */
    file: z.strictObject({ name: text, says: text }).optional(),
    effectiveOn: day.nullable().default(null),
    expiresOn: day.nullable().default(null),
    uses: z.array(z.strictObject({ section: text, question: text, page: z.string().default('') })).min(1),
  })
  .refine(({ link, file }) => (link === undefined) !== (file === undefined), 'has either a link or a file');

/** A thread of private notes about one answer of an organisation that is assessed as a whole. */
const notedThread = z.strictObject({
  round: text,
  /** Code of the organisation. */
  of: text,
  question: text,
  steps: z
    .array(
      z.strictObject({
        /** Ids of people of the illustration. */
        by: text,
        to: z.array(text).default([]),
        on: day,
        says: z.string().default(''),
        /** What is done with it, of every step but the first. */
        does: z.enum(['reply', 'resolve', 'reopen']).default('reply'),
      }),
    )
    .min(1),
});

/** A query about something that an organisation signed. */
const askedQuery = z.strictObject({
  round: text,
  /** Code of the organisation. */
  of: text,
  /** A question, `section:` with its id, or `return` for the whole. */
  about: text,
  steps: z
    .array(
      z.strictObject({
        /** Id of one of the people of the illustration. */
        by: text,
        on: day,
        says: text,
        /** For whom it is said, of every step but the first. */
        does: z.enum(['reply', 'ask-again']).default('reply'),
      }),
    )
    .min(1),
});

export const answersShape = z.strictObject({
  seed: z.int(),
  rounds: z.array(answeredRound),
  assignments: z.array(assignedSections).default([]),
  evidence: z.array(addedEvidence).default([]),
  notes: z.array(notedThread).default([]),
  queries: z.array(askedQuery).default([]),
  moderations: z.array(madeModeration).default([]),
  peers: z.array(invitedPeer).default([]),
  polls: z.array(askedPoll).default([]),
});

export type AnswersIllustration = z.output<typeof answersShape>;

export const formsShape = z.strictObject({
  proposals: z.array(
    z.strictObject({
      name: text,
      slug: text,
      /** Codes of organisations; the members are those beside the lead. */
      lead: text,
      members,
      endorsedBy: z.array(text),
    }),
  ),
  changed: z.strictObject({ slug: text, commissioner: text, joining: members, startsOn: day, reason: text }),
  begun: text,
  dates: z.strictObject({ begin: day, put: day, endorse: day, decide: day, change: day }),
});

export type FormsIllustration = z.output<typeof formsShape>;

const wave = z.strictObject({
  dates: z.strictObject({
    open: day,
    write: day,
    freeze: day,
    endorse: day,
    submit: day,
    review: day,
    settle: day,
    publish: day,
  }),
  /** How far the roadmap of a footprint has come, by its code. */
  reached: z.record(
    text,
    z.enum(['draft', 'endorsement', 'submitted', 'under-review', 'changes-requested', 'cleared', 'published']),
  ),
});

export const roadmapShape = z
  .object({
    /** Roadmaps that were made at the same time. */
    waves: z.array(wave),
    /** More time for everybody in the round that the last wave is made in; none where it is left out. `by`: id of one of the people. */
    extension: z.strictObject({ by: text, on: day, dueOn: day, reason: text }).optional(),
    exemplars: z.array(
      z.strictObject({ group: text, organisation: text, designatedOn: day, title: text, reason: text }),
    ),
  })
  .catchall(z.unknown())
  .transform(({ waves, extension = null, exemplars, ...content }) => ({
    waves,
    extension,
    exemplars,
    /** What each kind of content is to say, under its name. */
    content: content as Readonly<Record<string, unknown>>,
  }));

export type RoadmapIllustration = z.output<typeof roadmapShape>;

/** All that a pack makes up; null and empty for what it has nothing of. */
export interface Illustration {
  readonly people: readonly DemonstrationPersona[];
  readonly answers: AnswersIllustration | null;
  readonly forms: FormsIllustration | null;
  readonly roadmap: RoadmapIllustration | null;
}
