import type { AppContext } from '../../../context.ts';
import { listUses } from '../../evidence/index.ts';
import { can } from '../../identity/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { EvidenceBeside } from '../views/evidence/evidence-beside.tsx';
import { evidenceLine } from '../views/evidence/evidence-view.ts';
import { isSigned } from './is-signed.ts';
import { readEvidenceHere } from './read-evidence-here.ts';

/** What the answers of an assessment rest on, to stand beside them; null for whoever may not read it. */
export async function readEvidenceBeside(
  context: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
): Promise<EvidenceBeside | null> {
  if (!can(assessed.actor, 'evidence.read', assessed.subject)) {
    return null;
  }
  const uses = await listUses(context.database, assessed.organisation.organisationId);
  // Until something rests on it, it is not looked at. What is signed keeps what it rested on, whatever is done since.
  if (uses.length === 0 && (assessed.assessment === null || !isSigned(assessed.assessment.state))) {
    return new Map();
  }
  const here = await readEvidenceHere(context, assessed, uses);
  const items = new Map(here.items.map((item) => [item.evidenceId, item]));
  const lines = here.uses.flatMap(({ questionId, evidenceId, version, pageReference }) => {
    const item = items.get(evidenceId);
    return item === undefined
      ? []
      : [{ questionId, line: { ...evidenceLine(assessed, item, here, version), page: pageReference } }];
  });
  return new Map(
    [...Map.groupBy(lines, ({ questionId }) => questionId)].map(([id, some]) => [id, some.map(({ line }) => line)]),
  );
}
