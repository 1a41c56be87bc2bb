import { slugOf } from '../../../platform/slug.ts';

/** What a whole version can be taken away as: the name that ends its address, and what a page says of it. */
export const wholeFiles = [
  { name: 'roadmap.pdf', text: 'PDF, to print and pass on' },
  { name: 'roadmap.docx', text: 'Document for a word processor (Word)' },
  { name: 'tables.xlsx', text: 'Workbook of all its tables (Excel)' },
  { name: 'roadmap.html', text: 'One web page, to put on a site of your own (HTML)' },
] as const;

/** For those who work on a version alone. */
export const memberFiles = [
  { name: 'board-paper.pdf', text: 'Board paper of at most four pages (PDF)' },
  { name: 'board-paper.html', text: 'Board paper as one web page (HTML)' },
] as const;

export type MemberFile = (typeof memberFiles)[number]['name'];

export type WholeFile = (typeof wholeFiles)[number]['name'];

/** Name under which a file of a version is saved, without its ending, in characters every file system takes. */
export function versionFileName(footprintSlug: string, versionNumber: number): string {
  return `roadmap-${slugOf(footprintSlug)}-version-${versionNumber}`;
}
