import type { z } from 'zod';
import { digestOf } from '../../../platform/canonical-json.ts';
import { isEndorsed, sealProblems } from '../../agreement/index.ts';
import { downloadShape, type RoadmapDownload } from './download-shape.ts';
import { documentDigest, withheldSections } from './frozen-document.ts';

/** What a verified file is about, for a reader to compare with what they expected. */
export interface DownloadSummary {
  readonly programme: string;
  readonly footprint: { readonly code: string; readonly name: string };
  readonly version: number;
  readonly release: number;
  readonly frozenAt: string;
  readonly publishedAt: string;
  readonly illustrative: boolean;
  readonly memberCount: number;
  readonly endorsedCount: number;
  readonly withConditionsCount: number;
  readonly declinedCount: number;
  readonly sectionCount: number;
  /** Titles of sections that stand by their digest alone. */
  readonly withheld: readonly string[];
}

export type Verification =
  | {
      readonly kind: 'verified';
      readonly digest: string;
      readonly recordDigest: string;
      readonly summary: DownloadSummary;
    }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/** More would not help anyone to find what is wrong. */
const problemLimit = 20;

/**
 * Whether a download file is whole and consistent: every digest is formed anew, every endorsement names the document's
 * own digest and a member of the footprint, and what the file says twice agrees. Takes anything that came out of a JSON
 * parser and never throws. It cannot tell who wrote the file: for that, compare the digest with the one that the service
 * or an endorsing organisation shows.
 */
export function verifyDownload(file: unknown): Verification {
  const shaped = downloadShape.safeParse(file);
  if (!shaped.success) {
    return { kind: 'failed', problems: shapeProblems(shaped.error) };
  }
  const download = shaped.data;
  const problems = [
    ...download.document.sections.flatMap((section) => sealProblems(section, 'endorsed')),
    ...repeated(download.document.sections.map(({ id }) => id)).map((id) => `The section "${id}" is there twice`),
    ...digestProblems(download),
    ...endorsementProblems(download),
    ...publicationProblems(download),
  ];
  if (problems.length > 0) {
    return { kind: 'failed', problems: problems.slice(0, problemLimit) };
  }
  return {
    kind: 'verified',
    digest: download.digest,
    recordDigest: download.recordDigest,
    summary: summarise(download),
  };
}

/** Digest of the file without its document, which has a digest of its own. */
export function recordDigest(download: Omit<RoadmapDownload, 'document' | 'recordDigest'>): string {
  const { schema, illustrative, digest, endorsements, publication } = download;
  return digestOf({ schema, illustrative, digest, endorsements, publication });
}

function shapeProblems(error: z.ZodError): string[] {
  const problems = error.issues.map(({ path, message }) => {
    const place = path.length === 0 ? 'The file' : `"${path.map(String).join('.')}"`;
    return `${place}: ${message}`;
  });
  return problems.slice(0, problemLimit);
}

function digestProblems(download: RoadmapDownload): string[] {
  const formed = documentDigest(download.document);
  const record = recordDigest(download);
  return [
    ...(formed === download.digest ? [] : [`The document is not as it was endorsed: it has the digest ${formed}`]),
    ...(record === download.recordDigest
      ? []
      : [`The endorsements or the publication are not as published: they have the digest ${record}`]),
  ];
}

function endorsementProblems({ document, digest, endorsements }: RoadmapDownload): string[] {
  const members = new Set(document.members.map(({ code }) => code));
  const each = endorsements.flatMap((endorsement) => {
    const { organisation } = endorsement;
    return [
      ...(endorsement.digest === digest ? [] : [`The endorsement by ${organisation} is of another document`]),
      ...(members.has(organisation) ? [] : [`The endorsement by ${organisation} is not by a member of the footprint`]),
      ...(endorsement.decision === 'endorse' || endorsement.conditions !== ''
        ? []
        : [`The decision of ${organisation} lacks its conditions or reason`]),
    ];
  });
  const twice = repeated(endorsements.map(({ organisation }) => organisation));
  return [...each, ...twice.map((organisation) => `${organisation} is listed with more than one decision`)];
}

function publicationProblems({ document, illustrative, publication }: RoadmapDownload): string[] {
  return [
    ...(document.illustrative === illustrative ? [] : ['The file and its document disagree on being illustrative']),
    ...(document.version === publication.version ? [] : ['The publication is of another version']),
    ...(document.footprint.code === publication.footprint ? [] : ['The publication is by another footprint']),
  ];
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}

function summarise({ document, endorsements, publication }: RoadmapDownload): DownloadSummary {
  return {
    programme: document.programme.title,
    footprint: { code: document.footprint.code, name: document.footprint.name },
    version: document.version,
    release: publication.release,
    frozenAt: document.frozenAt,
    publishedAt: publication.publishedAt,
    illustrative: document.illustrative,
    memberCount: new Set(document.members.map(({ code }) => code)).size,
    endorsedCount: endorsements.filter(({ decision }) => isEndorsed(decision)).length,
    withConditionsCount: endorsements.filter(({ decision }) => decision === 'endorse-with-conditions').length,
    declinedCount: endorsements.filter(({ decision }) => decision === 'decline').length,
    sectionCount: document.sections.length,
    withheld: withheldSections(document).map(({ title }) => title),
  };
}
