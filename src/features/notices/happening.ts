import { z } from 'zod';

/** An event of the audit trail, as far as people are told of it. */
export interface Happening {
  /** What it happened to: `assessment`, `assignments`, `thread`, `query`, `poll`, `sharing`, `roadmap`, `formation`, `round`, `instrument`. */
  readonly subject: string;
  readonly id: string;
  readonly action: string;
  readonly personId: string | null;
  /** Who did it, as a letter names them. */
  readonly by: string;
  readonly at: Date;
  readonly detail: HappeningDetail;
}

/** What of the detail of an event letters are written from; of most events nothing. */
const detailShape = z
  .object({
    version: z.number(),
    reason: z.string(),
    outcome: z.string(),
    /** An organisation that has decided, what it has decided, and what it said about it; or one whose thread it is. */
    organisation: z.string(),
    decision: z.string(),
    conditions: z.string(),
    /** Number of a step of a round, or of a thread. */
    step: z.number(),
    /** The day that was set for the results of a round. */
    resultsOn: z.string(),
    /** A proposal that a version of an instrument may be asked, and that version. */
    activation: z.string(),
    instrumentVersion: z.string(),
    /** Rounds that did not open before that. */
    rounds: z.array(z.string()),
    /** Of the document that a step is about. */
    digest: z.string().nullable(),
    /** Organisations whose decisions no longer count. */
    lapsed: z.array(z.string()),
    /** Two organisations that answer together, in which round, and which of them ended it. */
    taker: z.string(),
    giver: z.string(),
    roundId: z.string(),
    proposedFor: z.string(),
    /** Organisations that are reminded. */
    organisations: z.array(z.string()),
    /** Assignments that a step was about, and whether the letter that gave somebody their role told them of it. */
    assignments: z.array(z.string()),
    isTold: z.boolean(),
    note: z.string(),
    /** Id of the question whose answer a step was about. */
    question: z.string(),
    /** An invitation to check a signed return, who is invited, and who has invited them. */
    invitation: z.string(),
    person: z.string(),
    inviter: z.string(),
  })
  .partial()
  .catch({});

export type HappeningDetail = z.infer<typeof detailShape>;

export interface TrailEvent {
  readonly chain: string;
  readonly action: string;
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly at: Date;
  readonly detail: unknown;
}

/** An event with the name of who did it; where nobody did, it was the service itself. */
export function happeningOf(
  { chain, action, personId, onBehalfOf, at, detail }: TrailEvent,
  name: string | null,
): Happening {
  const [subject = '', ...rest] = chain.split(':');
  return {
    subject,
    id: rest.join(':'),
    action,
    personId,
    by: name ?? onBehalfOf,
    at,
    detail: detailShape.parse(detail),
  };
}
