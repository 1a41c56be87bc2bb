import { countOf } from '../../../views/format.ts';
import type { RoadmapDocument } from '../documents/frozen-document.ts';
import { type Scheduled, suppose, type WhatIf } from './what-if.ts';

/** What else becomes of a plan under what is supposed, in sentences: money alone does not say it. */
export function consequences(
  rows: readonly Scheduled[],
  whatIf: WhatIf,
  { terms }: Pick<RoadmapDocument, 'terms'>,
): string[] {
  const going = rows.filter(({ status }) => status !== 'stopped');
  const left = suppose(rows, whatIf);
  return [
    ...waitingFor(going, left),
    ...terms.universalCapabilities
      .filter(({ id }) => losesAll(going, left, ({ supports }) => supports.includes(id)))
      .map(({ id, label }) => `No deployment is left that supports universal capability ${id}, ${label}.`),
    ...terms.capabilityGroups
      .filter(({ id }) => losesAll(going, left, ({ groupId }) => groupId === id))
      .map(({ label }) => `No deployment is left for ${label}.`),
    ...comingLater(left, whatIf),
  ];
}

/** What stays and depends on what does not. */
function waitingFor(going: readonly Scheduled[], left: readonly Scheduled[]): string[] {
  return left.flatMap(({ title, dependsOn }) =>
    going
      .filter(({ id }) => dependsOn.includes(id) && !left.some((row) => row.id === id))
      .map((gone) => `“${title}” depends on “${gone.title}”, which is left out.`),
  );
}

function losesAll(
  going: readonly Scheduled[],
  left: readonly Scheduled[],
  isMeant: (row: Scheduled) => boolean,
): boolean {
  return going.some(isMeant) && !left.some(isMeant);
}

function comingLater(left: readonly Scheduled[], { yearsLater }: WhatIf): string[] {
  const later = left.filter(({ status }) => status !== 'live').length;
  if (yearsLater === 0 || later === 0) {
    return [];
  }
  return [
    `${countOf(later, 'deployment')} ${later === 1 ? 'goes' : 'go'} live ${countOf(yearsLater, 'year')} later than planned.`,
  ];
}
