import type { AppContext } from '../../context.ts';
import type { Connection } from '../../platform/database/database.ts';
import { type AssessedOrganisation, fromWorkbook } from '../assessment/index.ts';
import type { NamedLink } from './link-lines.ts';

/** What was accepted of a file for one return. */
export interface Accepted {
  readonly assessed: AssessedOrganisation;
  readonly sections: Parameters<typeof fromWorkbook.saveIn>[3];
  readonly links: readonly {
    readonly sectionId: string;
    readonly questionId: string;
    readonly added: readonly NamedLink[];
    /** Ids of evidence. */
    readonly takenOff: readonly string[];
  }[];
}

type Saved = Awaited<ReturnType<typeof fromWorkbook.saveIn>>;

interface Count {
  readonly answers: number;
  readonly links: number;
}

/** Why nothing was saved, and for which of the returns. */
export type Unsaved = (Exclude<Saved, { kind: 'saved' }> | fromWorkbook.Refusal) & { readonly part: number };

export type AcceptedOutcome = (Count & { readonly kind: 'saved' }) | Unsaved;

/** Saves the answers and links that somebody accepted of a file: all of them, in all returns that it is of, or none. */
export async function saveAccepted(context: AppContext, accepted: readonly Accepted[]): Promise<AcceptedOutcome> {
  try {
    return await context.database.transaction().execute(async (transaction) => {
      // Held before the assessments, as by whoever adds evidence on its page.
      const linked = accepted.find(({ links }) => links.length > 0);
      if (linked !== undefined) {
        await fromWorkbook.lockEvidenceOf(transaction, linked.assessed.organisation.organisationId);
      }
      let [answers, links] = [0, 0];
      // What is answered once comes last, as where somebody asks for a signature: two that hold the same wait for each other in one order.
      for (const [part, each] of accepted.entries()) {
        const saved = await savePart(transaction, context, each).catch((error: unknown) => {
          throw error instanceof fromWorkbook.RefusedError ? new UnsavedError({ ...error.refusal, part }) : error;
        });
        if (saved.kind !== 'saved') {
          throw new UnsavedError({ ...saved, part });
        }
        answers += saved.answers;
        links += saved.links;
      }
      return { kind: 'saved' as const, answers, links };
    });
  } catch (error) {
    if (error instanceof UnsavedError) {
      return error.unsaved;
    }
    throw error;
  }
}

/** Thrown within the transaction to take it back. */
class UnsavedError extends Error {
  override readonly name = 'UnsavedError';
  readonly unsaved: Unsaved;

  constructor(unsaved: Unsaved) {
    super(unsaved.kind);
    this.unsaved = unsaved;
  }
}

/** @throws {RefusedError} */
async function savePart(
  transaction: Connection,
  context: AppContext,
  { assessed, sections, links }: Accepted,
): Promise<(Count & { readonly kind: 'saved' }) | Exclude<Saved, { kind: 'saved' }>> {
  const saved = await fromWorkbook.saveIn(transaction, context, assessed, sections);
  if (saved.kind !== 'saved') {
    return saved;
  }
  let changed = 0;
  for (const link of links) {
    changed += await fromWorkbook.putLinksIn(transaction, context, assessed, link);
  }
  return { kind: 'saved', answers: Object.keys(saved.revisions).length, links: changed };
}
