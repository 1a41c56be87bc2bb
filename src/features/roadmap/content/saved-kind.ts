import type { z } from 'zod';

/** What one save holds, as it is stored: parsed wherever it is read. */
export interface StoredShape<Saved> {
  /** Raised with every change of the shape; stored beside each save. */
  readonly version: number;
  readonly schema: z.ZodType<Saved>;
  /** Content of an older version in the words of this one. Left out while there is only one. */
  readonly fromOlder?: (content: unknown, version: number) => unknown;
}

/** How the saves of a kind are named and shaped: all that is needed to store one and to read it again. */
export interface SavedKind<Saved> {
  /** `deployment` in `deployment:<id>`; alone where one save holds everything of the kind. */
  readonly subject: string;
  readonly stored: StoredShape<Saved>;
}

/** What a save is of, as the history and the audit trail name it; the id is empty where one save holds everything. */
export function subjectOf({ subject }: Pick<SavedKind<unknown>, 'subject'>, id: string): string {
  return id === '' ? subject : `${subject}:${id}`;
}

/** The kind that a subject is of. */
export function kindOfSubject(subject: string): string {
  return subject.split(':')[0] ?? '';
}

/** One save as it is stored. */
export interface StoredSave {
  readonly subject: string;
  /** Null for something removed. */
  readonly content: unknown;
  readonly shapeVersion: number;
}

/** Reads stored content; null stays null, for something that was removed. Throws for what no version of the shape allows. */
export function readStored<Saved>(
  { stored }: Pick<SavedKind<Saved>, 'stored'>,
  { content, shapeVersion }: Pick<StoredSave, 'content' | 'shapeVersion'>,
): Saved | null {
  if (content === null) {
    return null;
  }
  const older = shapeVersion < stored.version && stored.fromOlder !== undefined;
  return stored.schema.parse(older ? stored.fromOlder(content, shapeVersion) : content);
}

/** What is said of one kind, among the latest saves of a version. */
export function saidOf<Saved>(kind: SavedKind<Saved>, saves: readonly StoredSave[]): Saved[] {
  const own = saves.filter(({ subject }) => kindOfSubject(subject) === kind.subject);
  return own.flatMap((save) => readStored(kind, save) ?? []);
}
