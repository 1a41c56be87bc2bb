import { z } from 'zod';
import { decisions } from '../../agreement/index.ts';
import { eachKind } from '../content/content-kinds.ts';
import { count, digest, instant, text } from '../content/shapes.ts';
import { type RoadmapDocument, wholeDocument } from './frozen-document.ts';

/** Names the layout of the download file. */
export const downloadSchema = 'local-digital-roadmaps/download/1';

/** An organisation's decision as published. */
export interface DownloadEndorsement {
  /** Organisation code, as in the document's list of members. */
  readonly organisation: string;
  readonly person: string;
  readonly role: string;
  readonly decision: (typeof decisions)[number];
  readonly conditions: string;
  readonly at: string;
  /** Digest of the document that was decided on. */
  readonly digest: string;
}

export interface DownloadPublication {
  /** Number of the release by which the footprint published this version. */
  readonly release: number;
  readonly version: number;
  readonly footprint: string;
  readonly publishedAt: string;
}

/** The file by which anyone can check a published roadmap, laid out for readers in docs/roadmap-document.md. */
export interface RoadmapDownload {
  readonly schema: typeof downloadSchema;
  readonly illustrative: boolean;
  /** Digest of the document: the one the members endorsed. */
  readonly digest: string;
  /** Digest of everything else in this file, so that a changed signature or date shows too. */
  readonly recordDigest: string;
  readonly document: RoadmapDocument;
  readonly endorsements: readonly DownloadEndorsement[];
  readonly publication: DownloadPublication;
}

const endorsement = z.strictObject({
  organisation: text,
  person: text,
  role: text,
  decision: z.enum(decisions),
  conditions: text,
  at: instant,
  digest,
});

/** Strict throughout: a key that no digest covers and no reader shows would be a place to hide something. */
export const downloadShape: z.ZodType<RoadmapDownload> = z.strictObject({
  schema: z.literal(downloadSchema),
  illustrative: z.boolean(),
  digest,
  recordDigest: digest,
  document: wholeDocument(eachKind(({ section: { kind, shape } }) => ({ kind, shape }))),
  endorsements: z.array(endorsement),
  publication: z.strictObject({ release: count, version: count, footprint: text, publishedAt: instant }),
});
