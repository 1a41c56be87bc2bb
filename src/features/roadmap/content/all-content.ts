import type { ProgrammePack } from '../../programme/index.ts';
import type { Wording } from '../drafts/wording.ts';
import type { RoadmapPack } from '../roadmap.ts';
import type { IllustrationFacts, WordingTerms } from './content-kind.ts';
import { contentOf, eachKind, type RoadmapContent } from './content-kinds.ts';
import { kindOfSubject, readStored, type StoredSave, saidOf, subjectOf } from './saved-kind.ts';

/** What a version says, from the latest save of each thing in it. What was never written is not in it. */
export function readContent(saves: readonly StoredSave[]): RoadmapContent {
  return contentOf((kind) => kind.gather(saidOf(kind, saves)));
}

/** The saves that say a content, as they are stored. */
export function savesOf(content: RoadmapContent): StoredSave[] {
  return eachKind((kind, of) =>
    kind.spread(of(content)).map((save) => {
      return { subject: subjectOf(kind, save.id), content: save.content, shapeVersion: kind.stored.version };
    }),
  ).flat();
}

/**
 * The content in the order of the programme pack, with an empty place for whatever was not written. Two contents that
 * say the same come out the same, whatever order they were stored in. Throws `UnknownContentError` for words written
 * under an id the pack no longer holds.
 */
export function arrangeContent(content: RoadmapContent, pack: RoadmapPack): RoadmapContent {
  return contentOf((kind, of) => kind.arrange(of(content), pack));
}

/** Content in which nothing has been written yet. */
export function emptyContent(pack: RoadmapPack): RoadmapContent {
  return contentOf((kind) => kind.arrange(kind.gather([]), pack));
}

/** The content without what names an organisation that is no member. */
export function amongMembers(content: RoadmapContent, isMember: (organisationId: string) => boolean): RoadmapContent {
  return contentOf((kind, of) => kind.amongMembers?.(of(content), isMember) ?? of(content));
}

/** The saves of one subject in words, with what it is called; null for a subject of no kind. */
export function subjectInWords<Save extends StoredSave>(
  subject: string,
  saves: readonly Save[],
  terms: WordingTerms & { readonly pack: ProgrammePack },
): { readonly title: string; readonly saves: readonly (Save & { readonly wording: readonly Wording[] })[] } | null {
  const id = subject.split(':').slice(1).join(':');
  const found = eachKind((kind) => {
    if (kind.subject !== kindOfSubject(subject)) {
      return null;
    }
    const contents = saves.map((save) => readStored(kind, save));
    const title = kind.titleOf(id, contents.find((content) => content !== null) ?? null, terms);
    return {
      title,
      saves: saves.map((save, index) => {
        const content = contents[index] ?? null;
        return { ...save, wording: content === null ? [] : kind.wordingOf(content, terms) };
      }),
    };
  });
  return found.find((one) => one !== null) ?? null;
}

/** The kinds that a part of a programme asks for by name, as it names them. */
export function partTables(): string[] {
  return eachKind(({ table }) => table?.askedAs ?? []).flat();
}

/** The invented content of the demonstration, from an illustration with what each kind is to say under its name. */
export function illustrateContent(
  illustration: Readonly<Record<string, unknown>>,
  facts: IllustrationFacts,
): RoadmapContent {
  const content = contentOf((kind, _of, name) => kind.illustrate(illustration[name], facts));
  const unknown = Object.keys(illustration).find((name) => !Object.hasOwn(content, name));
  if (unknown !== undefined) {
    throw new RangeError(`A roadmap has no content of the kind "${unknown}"`);
  }
  return content;
}
