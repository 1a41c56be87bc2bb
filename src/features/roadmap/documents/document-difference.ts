import { digestOf } from '../../../platform/canonical-json.ts';
import type { DocumentSection, RoadmapDocument } from './frozen-document.ts';

export interface ChangedSection {
  readonly id: string;
  readonly title: string;
}

/**
 * What differs between two frozen documents of a roadmap, in the order of the newer one: sections whose words or figures
 * changed, sections that are new or gone, and the list of members. Salts and the instant of freezing are not changes. A
 * section left out of one of the copies counts as changed unless its digest is the same.
 */
export function changedSections(before: RoadmapDocument, after: RoadmapDocument): ChangedSection[] {
  const changed = after.sections.filter((section) => {
    const earlier = before.sections.find(({ id }) => id === section.id);
    return earlier === undefined || !saysTheSame(earlier, section);
  });
  const gone = before.sections.filter(({ id }) => !after.sections.some((section) => section.id === id));
  const sections = [...changed, ...gone].map(({ id, title }) => ({ id, title }));
  const sameMembers = digestOf(before.members) === digestOf(after.members);
  return sameMembers ? sections : [{ id: 'members', title: 'Members of the footprint' }, ...sections];
}

function saysTheSame(a: DocumentSection, b: DocumentSection): boolean {
  if (a.content === null || b.content === null) {
    return a.digest === b.digest;
  }
  return digestOf(a.content) === digestOf(b.content);
}
