import type { AppContext } from '../../context.ts';
import { type AssessedOrganisation, fromWorkbook } from '../assessment/index.ts';
import type { NamedLink } from './link-lines.ts';

/** What was accepted of a file. */
export interface Accepted {
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

export type AcceptedOutcome =
  | { readonly kind: 'saved'; readonly answers: number; readonly links: number }
  | Exclude<Saved, { kind: 'saved' }>
  | fromWorkbook.Refusal;

/** Saves the answers and links that somebody accepted of a file: all of them or none. */
export function saveAccepted(
  context: AppContext,
  assessed: AssessedOrganisation,
  { sections, links }: Accepted,
): Promise<AcceptedOutcome> {
  return fromWorkbook.changeOrRefuse(context.database, async (transaction): Promise<AcceptedOutcome> => {
    // Held before the assessment, as by whoever adds evidence on its page.
    if (links.length > 0) {
      await fromWorkbook.lockEvidenceOf(transaction, assessed.organisation.organisationId);
    }
    const saved = await fromWorkbook.saveIn(transaction, context, assessed, sections);
    if (saved.kind !== 'saved') {
      return saved;
    }
    let changed = 0;
    for (const link of links) {
      changed += await fromWorkbook.putLinksIn(transaction, context, assessed, link);
    }
    return { kind: 'saved', answers: Object.keys(saved.revisions).length, links: changed };
  });
}
