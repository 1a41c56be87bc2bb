import type { z } from 'zod';
import type { ContentKind } from './content-kind.ts';
import { deploymentsKind } from './deployments/index.ts';
import { flowsKind } from './flows/index.ts';
import { partsKind } from './parts/index.ts';
import { risksKind } from './risks/index.ts';
import { trajectoryKind } from './trajectory/index.ts';
import { universalPlansKind } from './universal-plans/index.ts';

/** The kinds of what a roadmap says, in the order of its document. A new kind is a line here and a folder. */
const contentKinds = {
  parts: partsKind,
  trajectory: trajectoryKind,
  universalPlans: universalPlansKind,
  deployments: deploymentsKind,
  flows: flowsKind,
  risks: risksKind,
};

type Kinds = typeof contentKinds;
type KindName = keyof Kinds;
type SavedOf<Name extends KindName> = z.infer<Kinds[Name]['stored']['schema']>;

/** What the members write in one version of their roadmap. */
export type RoadmapContent = { readonly [Name in KindName]: ReturnType<Kinds[Name]['gather']> };

const kinds: { readonly [Name in KindName]: ContentKind<SavedOf<Name>, RoadmapContent[Name]> } = contentKinds;
const kindNames = Object.keys(contentKinds) as KindName[];

/** Something done with a kind, whichever it is; `of` picks what a content holds of it. */
type ForEachKind<Result> = <Saved, Whole>(
  kind: ContentKind<Saved, Whole>,
  of: (content: RoadmapContent) => Whole,
  name: string,
) => Result;

/** What comes of doing something with each kind, in order. */
export function eachKind<Result>(withKind: ForEachKind<Result>): Result[] {
  return kindNames.map((name) => withOne(name, withKind));
}

function withOne<Name extends KindName, Result>(name: Name, withKind: ForEachKind<Result>): Result {
  return withKind(kinds[name], (content) => content[name], name);
}

type Make = <Saved, Whole>(
  kind: ContentKind<Saved, Whole>,
  of: (content: RoadmapContent) => Whole,
  name: string,
) => Whole;

/** A content made kind by kind. */
export function contentOf(make: Make): RoadmapContent {
  return Object.fromEntries(kindNames.map((name) => [name, makeOne(name, make)])) as RoadmapContent;
}

function makeOne<Name extends KindName>(name: Name, make: Make): RoadmapContent[Name] {
  return make(kinds[name], (content) => content[name], name);
}
