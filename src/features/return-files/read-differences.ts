import type { AppContext } from '../../context.ts';
import { type AssessedOrganisation, fromWorkbook } from '../assessment/index.ts';
import { partLabel, partPrefix, type ReturnToWrite } from './own-return.ts';
import { differencesOf, revisionsBehind } from './read-back/differences.ts';
import type { FilePart } from './read-back/file-answers.ts';
import { linkDifferencesOf } from './read-back/link-differences.ts';
import type { WholeRead } from './read-return.ts';
import type { Compared } from './views/differences-view.ts';

/**
 * What differs between the answers of a file and those of a return as they stand, part by part, with what they were made from where that is
 * known.
 */
export async function readDifferences(
  context: Pick<AppContext, 'database' | 'clock'>,
  { whole, assessed }: WholeRead,
  read: readonly FilePart[],
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const [index, part] of whole.parts.entries()) {
    const [said, own] = [read[index], assessed[index]];
    if (said !== undefined && own !== undefined) {
      const found = await comparePart(context, own, part, said);
      compared.push({ ...found, prefix: partPrefix(whole, part), label: partLabel(whole, part) });
    }
  }
  return compared;
}

async function comparePart(
  context: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
  part: ReturnToWrite,
  { answers, links, odd, missing }: FilePart,
): Promise<Omit<Compared, 'prefix' | 'label'>> {
  const saved = part.lines.flatMap((line) => line.saved ?? []);
  const [bases, whose] = await Promise.all([
    fromWorkbook.readRevisions(context, assessed, revisionsBehind(answers, part.lines)),
    fromWorkbook.readWhose(context, assessed, saved),
  ]);
  const found = differencesOf(answers, part, bases);
  const linksFound = linkDifferencesOf(links, part);
  return {
    instrument: part.facts.instrument,
    differences: found.differences,
    unchanged: found.unchanged,
    links: linksFound.differences,
    odd: [...odd, ...found.odd, ...linksFound.odd],
    missing: missing.length,
    madeFrom: new Map(answers.map(({ questionId, revision }) => [questionId, revision])),
    whose,
  };
}
