import { z } from 'zod';
import { decisions } from './endorsement.ts';
import { documentSchema, type RoadmapDocument } from './frozen-document.ts';
import { deploymentStatuses, fundingStates, solutions } from './roadmap.ts';

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

// Half a surrogate pair has no UTF-8, so no digest can be formed over it.
const text = z.string().refine((value) => value.isWellFormed(), 'is not whole Unicode text');
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 digest of 64 hexadecimal digits');
const instant = z.iso.datetime({ precision: 3, error: 'is not an instant like 2016-10-17T09:00:00.000Z' });
const count = z.number().int().min(0);
const score = z.number().min(0).max(100);
const coded = z.strictObject({ code: text, name: text });
const labelled = z.strictObject({ id: text, label: text });
const visibility = z.enum(['public', 'assured']);

const baseline = z.strictObject({
  mean: score.nullable(),
  n: count,
  included: z.array(text),
  missing: z.array(text),
});

const partContent = z.strictObject({ partId: text, body: text, localHeading: text });

const trajectoryRow = z.strictObject({
  groupId: text,
  targets: z.array(z.strictObject({ yearId: text, target: score.nullable(), fallReason: text })),
  rationale: text,
  baseline,
});

const universalPlan = z.strictObject({
  capabilityId: text,
  baseline: text,
  ambitions: z.array(z.strictObject({ yearId: text, text })),
  solution: z.enum(solutions).nullable(),
  localSolution: text,
  activities: z.array(z.strictObject({ quarterId: text, text })),
  evidence: text,
});

const deployment = z.strictObject({
  id: text,
  groupId: text,
  title: text,
  organisationCodes: z.array(text),
  yearId: text,
  status: z.enum(deploymentStatuses),
  owner: text,
  supplier: text,
  costPounds: z.number().min(0).nullable(),
  fundingSource: text,
  fundingState: z.enum(fundingStates).nullable(),
  supports: z.array(text),
});

const sealed = { id: text, title: text, visibility, digest, salt: text.nullable() };

const section = z.discriminatedUnion('kind', [
  z.strictObject({ ...sealed, kind: z.literal('part'), content: partContent.nullable() }),
  z.strictObject({
    ...sealed,
    kind: z.literal('trajectory'),
    content: z.strictObject({ rows: z.array(trajectoryRow) }).nullable(),
  }),
  z.strictObject({
    ...sealed,
    kind: z.literal('universal-plans'),
    content: z.strictObject({ plans: z.array(universalPlan) }).nullable(),
  }),
  z.strictObject({
    ...sealed,
    kind: z.literal('deployments'),
    content: z.strictObject({ deployments: z.array(deployment) }).nullable(),
  }),
]);

const document = z.strictObject({
  schema: z.literal(documentSchema),
  programme: z.strictObject({ id: text, title: text }),
  round: labelled,
  footprint: z.strictObject({ code: text, name: text, region: text.nullable(), stps: z.array(coded) }),
  version: count,
  frozenAt: instant,
  illustrative: z.boolean(),
  members: z.array(z.strictObject({ code: text, name: text, role: z.enum(['lead', 'core', 'associate', 'support']) })),
  baselineSource: z.strictObject({
    round: labelled,
    instrument: z.strictObject({ id: text, version: text, title: text }),
    method: labelled,
  }),
  terms: z.strictObject({
    template: labelled,
    capabilityGroups: z.array(labelled),
    universalCapabilities: z.array(labelled),
    targetYears: z.array(labelled),
    ambitionYears: z.array(labelled),
    planQuarters: z.array(labelled),
    deploymentYears: z.array(labelled),
  }),
  sections: z.array(section),
});

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
  document,
  endorsements: z.array(endorsement),
  publication: z.strictObject({ release: count, version: count, footprint: text, publishedAt: instant }),
});
