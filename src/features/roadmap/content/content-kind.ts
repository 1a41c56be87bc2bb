import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { CheckResult } from '../../../platform/check-result.ts';
import type { Task } from '../../../views/task-list.tsx';
import type { ProgrammePack, RoadmapPart } from '../../programme/index.ts';
import type { RoadmapDocument, Visibility } from '../documents/frozen-document.ts';
import type { SaveStamp } from '../drafts/save-repository.ts';
import type { Wording } from '../drafts/wording.ts';
import type { RoadmapMember, RoadmapPack } from '../roadmap.ts';
import type { AddRoutes } from '../roadmap-context.ts';
import type { KindTable } from './file-table.ts';
import type { GroupBaseline } from './group-baseline.ts';
import type { SavedKind } from './saved-kind.ts';

/**
 * Everything that is particular to one kind of what a roadmap says. What is made of all kinds (the frozen document, the checks,
 * the task list, the pages) walks over the list in `content-kinds.ts` and knows none of them by name.
 */
export interface ContentKind<Saved, Whole> extends SavedKind<Saved> {
  /** All of the kind in a version, from the latest save of each thing; of nothing saved, the empty whole. */
  readonly gather: (saves: readonly Saved[]) => Whole;
  /** The saves that say the whole. */
  readonly spread: (whole: Whole) => readonly { readonly id: string; readonly content: Saved }[];
  /**
   * The whole in the order of the programme pack, with an empty place for what the pack asks for and was not written. Throws
   * `UnknownContentError` for words under an id that the pack does not hold.
   */
  readonly arrange: (whole: Whole, pack: RoadmapPack) => Whole;
  /** The whole without what names an organisation that is no member; left out where nothing does. */
  readonly amongMembers?: (whole: Whole, isMember: (organisationId: string) => boolean) => Whole;
  /** What a save is called, by its id and what it last said. */
  readonly titleOf: (id: string, saved: Saved | null, terms: WordingTerms) => string;
  /** A save field by field, as people read it. */
  readonly wordingOf: (saved: Saved, terms: WordingTerms) => readonly Wording[];
  readonly check: (whole: Whole, input: ContentCheckInput) => CheckResult;
  /** Where each finding of the check can be mended, by its code. */
  readonly findingPages: Readonly<Record<string, (slug: string, subject: string) => string>>;
  readonly section: SectionKind<Whole>;
  /** Null for the parts themselves, which the tables stand in. */
  readonly table: PartTable<Whole> | null;
  /** Its tables as workbooks and other files have them; none of the parts, which are text. */
  readonly files: readonly KindTable[];
  /** What a board reads of it beside what a document says in short, in tables of a few rows whatever is planned; null for nothing. */
  readonly board: ((props: BoardReading) => ReactNode) | null;
  /** What of the kind in a document is about one member; null where it is about the footprint as a whole. */
  readonly OfMember: ((props: MemberReading) => ReactNode) | null;
  /** The invented whole of the demonstration, from what the pack’s illustration says under the name of the kind. */
  readonly illustrate: (data: unknown, facts: IllustrationFacts) => Whole;
  /** Its working pages. */
  readonly routes: AddRoutes;
}

/** What a board reads a kind from. */
export interface BoardReading {
  readonly document: RoadmapDocument;
  /** On which it is read. */
  readonly day: string;
}

/** A member, by the code that a document names it by. */
export interface MemberReading {
  readonly document: RoadmapDocument;
  readonly code: string;
}

/** What ids are put into words with. */
export interface WordingTerms {
  readonly pack: Pick<
    ProgrammePack,
    'capabilityGroups' | 'digitalRoles' | 'informationFlows' | 'roadmapTemplate' | 'universalCapabilities'
  >;
  readonly members: readonly Pick<RoadmapMember, 'organisationId' | 'name'>[];
}

export interface ContentCheckInput {
  readonly pack: RoadmapPack;
  readonly members: readonly RoadmapMember[];
  readonly baselines: readonly GroupBaseline[];
}

/** The place of a kind in the frozen document. */
export interface SectionKind<Whole> {
  /** In the document for good: a section keeps its kind. */
  readonly kind: string;
  /** Of what a section holds. Strict: a key that no reader shows would be a place to hide something. */
  readonly shape: z.ZodType;
  /** The sections there may be, in order. */
  readonly plan: (pack: RoadmapPack) => readonly PlannedSection[];
  /** What the arranged whole puts into each of them. A section that is left out here is not in the document. */
  readonly hold: (whole: Whole, facts: FreezeFacts) => readonly { readonly id: string; readonly content: unknown }[];
}

export interface PlannedSection {
  readonly id: string;
  readonly title: string;
  readonly visibility: Visibility;
}

export interface FreezeFacts {
  /** The code of a member; throws for anybody else. */
  readonly codeOf: (organisationId: string) => string;
  readonly baselines: readonly GroupBaseline[];
  readonly pack: RoadmapPack;
}

/** What stands beneath the text of a part. */
export interface PartTable<Whole> {
  /** What a part of a programme names it by under `tables`; null where the kind of a part says that it stands there. */
  readonly askedAs: string | null;
  readonly standsIn: (part: RoadmapPart) => boolean;
  readonly task: (whole: Whole, input: TaskFacts) => Task;
  /** The table as it is read in a document; nothing where the document has no such section. */
  readonly Reading: (props: { readonly document: RoadmapDocument }) => ReactNode;
}

export interface TaskFacts {
  readonly slug: string;
  readonly pack: RoadmapPack;
  /** The latest save of everything, by subject. */
  readonly stamps: ReadonlyMap<string, SaveStamp>;
}

export interface IllustrationFacts {
  readonly pack: RoadmapPack;
  readonly footprint: IllustratedFootprint;
  readonly members: readonly { readonly organisationId: string; readonly typeId: string }[];
  readonly baselines: readonly GroupBaseline[];
  readonly newId: () => string;
}

/** The names an invented plan is filled in with. */
export interface IllustratedFootprint {
  readonly name: string;
  readonly stps: readonly string[];
  readonly organisations: readonly string[];
}

/** Something written under an id that the programme pack does not hold; freezing would have to leave it out in silence. */
export class UnknownContentError extends Error {
  override readonly name = 'UnknownContentError';
}

export function refuseUnknown<K extends string, T extends Readonly<Record<K, string>>>(
  noun: string,
  items: readonly T[],
  key: K,
  known: readonly { readonly id: string }[],
): void {
  const stranger = items.find((item) => !known.some(({ id }) => id === item[key]));
  if (stranger !== undefined) {
    throw new UnknownContentError(`The programme has no ${noun} "${stranger[key]}"`);
  }
}

/** A table is as public as the part it stands in; `elsewhere` tells of a template without such a part. */
export function visibilityOfTable(
  { roadmapTemplate }: RoadmapPack,
  standsIn: (part: RoadmapPart) => boolean,
  elsewhere: Visibility,
): Visibility {
  return roadmapTemplate.parts.find(standsIn)?.visibility ?? elsewhere;
}

/** Of rows that are saved one by one. */
export function savedByRow<Row>(idOf: (row: Row) => string) {
  return {
    gather: (rows: readonly Row[]): readonly Row[] => rows,
    spread: (rows: readonly Row[]) => rows.map((row) => ({ id: idOf(row), content: row })),
  };
}
