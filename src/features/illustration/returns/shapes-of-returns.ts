import { z } from 'zod';

const day = z.iso.date();
const text = z.string().trim().min(1);

/** Something about the return of an organisation that is assessed as a whole. `by`: id of one of the people of the illustration. */
const aboutReturn = { round: text, of: text, by: text, on: day };

/** A challenge of what was found of one answer, and what was found then, where it is answered. */
const challenged = z.strictObject({
  question: text,
  by: text,
  on: day,
  says: text,
  answered: z.strictObject({ by: text, on: day, says: text }).optional(),
});

/** What somebody from outside found of answers that an organisation signed, finished on one day. */
export const madeModeration = z.strictObject({
  ...aboutReturn,
  finds: z
    .array(
      z.strictObject({
        question: text,
        /** What they would have answered; left out where the same. */
        answer: text.optional(),
        says: z.string().default(''),
      }),
    )
    .min(1),
  /** Answered ones are left as they were found. */
  challenges: z.array(challenged).default([]),
});

/** Somebody of another organisation who is invited to check what was signed. */
export const invitedPeer = z.strictObject({
  ...aboutReturn,
  /** Id of one of the people of the illustration, and code of the organisation that they come from. */
  peer: text,
  from: text,
  says: z.string().default(''),
  /** The day on which they accepted; left out where they have not answered yet. */
  acceptedOn: day.optional(),
});

/** What colleagues are asked by links, or, where it names no section, all staff by one address. */
export const askedPoll = z.strictObject({
  ...aboutReturn,
  section: z.string().default(''),
  questions: z.array(text).min(1),
  /** How many have a link. */
  links: z.int().min(0).default(0),
  runsUntil: day,
  message: z.string().default(''),
  /** What each of those who answered chose, question by question. */
  votes: z.array(z.array(text)).default([]),
  /** What the first of them wrote with that, to the first question. */
  comments: z.array(text).default([]),
  /** The day on which it was closed; left out while it is open. */
  closedOn: day.optional(),
});
