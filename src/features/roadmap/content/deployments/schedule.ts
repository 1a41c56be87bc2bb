import type { z } from 'zod';
import { financialYearOf } from '../../../../platform/forms/typed-period.ts';
import { type DocumentTerms, type RoadmapDocument, sectionsOfKind } from '../../documents/frozen-document.ts';
import { type DocumentDeployment, deploymentsReader, inOrder, inWordsOfNow } from './deployment.ts';

/** A deployment of a document with the financial year under which it stands. */
export interface DatedDeployment extends DocumentDeployment {
  readonly year: string;
}

/** The schedule of a document in order of time; null where it has none, or this copy is without it. */
export function scheduleOf(document: RoadmapDocument): DatedDeployment[] | null {
  const [section] = sectionsOfKind(document, deploymentsReader);
  return section?.content == null ? null : dated(section.content, document.terms);
}

type Written = z.infer<typeof deploymentsReader.shape>;

/** A row that was frozen before times were asked for has a year, by the name that its document gives it. */
export function dated(
  { deployments }: Written,
  { deploymentYears }: Pick<DocumentTerms, 'deploymentYears'>,
): DatedDeployment[] {
  const yearIn = (row: Written['deployments'][number]) =>
    'yearId' in row ? (deploymentYears.find(({ id }) => id === row.yearId)?.label ?? row.yearId) : yearOf(row.goesLive);
  return inOrder(deployments.map((row) => ({ ...inWordsOfNow(row), year: yearIn(row) })));
}

/** The financial year in which something goes live. */
export function yearOf(goesLive: string | null): string {
  return goesLive === null ? 'Year not stated' : financialYearOf(goesLive);
}
