import { z } from 'zod';
import { storedJson } from '../../../platform/stored-json.ts';
import { publicEdition, type SealedSection, sealedDigest, sealedShape } from '../../agreement/index.ts';
import { count, day, instant, list, text } from '../content/shapes.ts';

/** Names the layout below; a change of layout is a new name, and documents of the old one stay readable. */
export const documentSchema = 'local-digital-roadmaps/document/1';

const coded = z.strictObject({ code: text, name: text });
const labelled = z.strictObject({ id: text, label: text });

const scoreScale = z.strictObject({ least: z.number(), most: z.number(), decimals: count });

/** What the baseline was measured with. */
const baselineSource = z.strictObject({
  round: labelled,
  instrument: z.strictObject({ id: text, version: text, title: text }),
  /** Without a scale its scores run from 0 to 100 in whole numbers. */
  method: labelled.extend({ scale: scoreScale.optional() }),
  /** Only where the results of the round were not public yet when it was frozen: then no figure of them is in the document. */
  heldBack: z.strictObject({ until: day.nullable() }).optional(),
});

/** What the ids in the sections stand for. */
const terms = z.strictObject({
  template: labelled,
  capabilityGroups: list(labelled),
  universalCapabilities: list(labelled),
  targetYears: list(labelled),
  ambitionYears: list(labelled),
  planQuarters: list(labelled),
  deploymentYears: list(labelled),
});

/** Everything about a frozen version that is public in every edition. Laid out for readers in docs/roadmap-document.md. */
const head = {
  schema: z.literal(documentSchema),
  programme: z.strictObject({ id: text, title: text }),
  round: labelled,
  footprint: z.strictObject({ code: text, name: text, region: text.nullable(), stps: list(coded) }),
  /** Number of the version. */
  version: count,
  frozenAt: instant,
  illustrative: z.boolean(),
  members: list(z.strictObject({ code: text, name: text, role: z.enum(['lead', 'core', 'associate', 'support']) })),
  baselineSource,
  terms,
};

/**
 * A document as it is stored. What its sections hold is left to their kinds, which parse it where they read it. It is signed as it
 * is, with nothing around it: the name of its layout, `schema`, says its version.
 */
const documentShape = z.strictObject({
  ...head,
  sections: list(z.strictObject({ ...sealedShape, kind: text, content: z.unknown() })),
});

/** A document with everything in it, for those who trust nothing: sections of other kinds, and keys of none, are refused. */
export function wholeDocument(kinds: readonly SectionReader<unknown>[]) {
  const [first, ...others] = kinds.map(({ kind, shape }) => {
    return z.strictObject({ ...sealedShape, kind: z.literal(kind), content: shape.nullable() });
  });
  if (first === undefined) {
    throw new RangeError('A document has sections of one kind at least');
  }
  return z.strictObject({ ...head, sections: list(z.discriminatedUnion('kind', [first, ...others])) });
}

/** Null while the version is a draft. */
export const storedDocument = storedJson<RoadmapDocument | null>('roadmap_version.document', documentShape.nullable());

export const storedWithdrawnDocument = storedJson<RoadmapDocument>('withdrawn_document.document', documentShape);

export type BaselineSource = z.infer<typeof baselineSource>;
export type DocumentTerms = z.infer<typeof terms>;
export type Visibility = SealedSection['visibility'];

export interface DocumentSection<Content = unknown> extends SealedSection<Content> {
  /** Of the kind of content that it holds, as `content/` names it. */
  readonly kind: string;
}

export interface RoadmapDocument extends Readonly<z.infer<z.ZodObject<typeof head>>> {
  readonly sections: readonly DocumentSection[];
}

/** How the sections of one kind are read. */
export interface SectionReader<Content> {
  readonly kind: string;
  readonly shape: z.ZodType<Content>;
}

/** The sections of one kind, in order, with their content as its shape has it. Throws for content of another shape. */
export function sectionsOfKind<Content>(
  { sections }: Pick<RoadmapDocument, 'sections'>,
  { kind, shape }: SectionReader<Content>,
): DocumentSection<Content>[] {
  return sections
    .filter((section) => section.kind === kind)
    .map((section) => ({ ...section, content: section.content === null ? null : shape.parse(section.content) }));
}

/** The name of a member by its code. */
export function memberName({ members }: Pick<RoadmapDocument, 'members'>, code: string): string {
  return members.find((member) => member.code === code)?.name ?? code;
}

/** The digest that stands for the whole document, and that every endorsement names. */
export function documentDigest(document: RoadmapDocument): string {
  return sealedDigest(document);
}

/** The document as anyone may read it. */
export function publicCopy(document: RoadmapDocument): RoadmapDocument {
  return publicEdition(document);
}

/** Sections whose content is not in this copy. */
export function withheldSections(document: RoadmapDocument): readonly DocumentSection[] {
  return document.sections.filter(({ content }) => content === null);
}
