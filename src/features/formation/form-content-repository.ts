import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { FormDocument } from './form-document.ts';
import { type FormContent, type FormPage, formPages, noPeople } from './formation.ts';

/** The latest save of one page of a form. */
export interface PageSave {
  readonly page: FormPage;
  readonly revision: number;
  readonly content: unknown;
  /** The person's name; null where no person is recorded. */
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

function selectSaves(connection: Connection) {
  return connection
    .selectFrom('footprint_form_history')
    .leftJoin('person', 'person.id', 'footprint_form_history.saved_by')
    .select([
      'footprint_form_history.page',
      'footprint_form_history.revision',
      'footprint_form_history.content',
      'person.name as savedBy',
      'footprint_form_history.saved_at as savedAt',
    ]);
}

/** Every save of a form, newest first. */
export async function listSaves(connection: Connection, formId: string): Promise<PageSave[]> {
  return selectSaves(connection)
    .where('footprint_form_history.form_id', '=', formId)
    .orderBy('footprint_form_history.saved_at', 'desc')
    .orderBy('footprint_form_history.page')
    .orderBy('footprint_form_history.revision', 'desc')
    .$castTo<PageSave>()
    .execute();
}

export type PageSaves = Readonly<Record<FormPage, PageSave | null>>;

/** What a form says now, and the save of each page that says so. */
export interface WrittenForm {
  readonly content: FormContent;
  readonly saves: PageSaves;
}

export async function getWrittenForm(connection: Connection, formId: string): Promise<WrittenForm> {
  const rows = await selectSaves(connection)
    .distinctOn('footprint_form_history.page')
    .where('footprint_form_history.form_id', '=', formId)
    .orderBy('footprint_form_history.page')
    .orderBy('footprint_form_history.revision', 'desc')
    .$castTo<PageSave>()
    .execute();
  return writtenForm(rows);
}

/** What each of these forms says now, by form. */
export async function listWrittenForms(
  connection: Connection,
  formIds: readonly string[],
): Promise<Map<string, FormContent>> {
  if (formIds.length === 0) {
    return new Map();
  }
  const rows = await selectSaves(connection)
    .select('footprint_form_history.form_id as formId')
    .distinctOn(['footprint_form_history.form_id', 'footprint_form_history.page'])
    .where('footprint_form_history.form_id', 'in', formIds)
    .orderBy('footprint_form_history.form_id')
    .orderBy('footprint_form_history.page')
    .orderBy('footprint_form_history.revision', 'desc')
    .$castTo<PageSave & { readonly formId: string }>()
    .execute();
  const contentOf = (id: string) => writtenForm(rows.filter(({ formId }) => formId === id)).content;
  return new Map(formIds.map((id) => [id, contentOf(id)]));
}

const nothing: FormContent = {
  area: { name: '', startsOn: null, regions: [], stps: [], parent: null, reason: '' },
  organisations: [],
  people: noPeople,
};

function writtenForm(rows: readonly PageSave[]): WrittenForm {
  const find = (page: FormPage) => rows.find((row) => row.page === page) ?? null;
  const saves = { area: find('area'), organisations: find('organisations'), people: find('people') };
  const said = formPages.flatMap((page) => {
    const save = saves[page];
    return save === null ? [] : [[page, save.content]];
  });
  return { content: { ...nothing, ...Object.fromEntries(said) }, saves };
}

export interface NewPageSave {
  readonly formId: string;
  readonly page: FormPage;
  readonly revision: number;
  readonly content: FormContent[FormPage];
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

export async function insertSaves(transaction: Connection, saves: readonly NewPageSave[]): Promise<void> {
  await transaction
    .insertInto('footprint_form_history')
    .values(
      saves.map((save) => ({
        form_id: save.formId,
        page: save.page,
        revision: save.revision,
        content: JSON.stringify(save.content),
        saved_by: save.savedBy,
        saved_at: save.savedAt,
      })),
    )
    .execute();
}

export interface StoredDocument {
  readonly document: FormDocument;
  readonly frozenAt: Date;
  readonly frozenBy: string | null;
}

/** The document of a form under that digest; null when there is none. */
export async function findDocument(
  connection: Connection,
  formId: string,
  digest: string,
): Promise<StoredDocument | null> {
  return (await listDocuments(connection, [{ formId, digest }])).get(formId) ?? null;
}

/** The documents of several forms, each by the digest that stands, by form. */
export async function listDocuments(
  connection: Connection,
  forms: readonly { readonly formId: string; readonly digest: string }[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const [formIds, digests] = [forms.map(({ formId }) => formId), forms.map(({ digest }) => digest)];
  const rows = await connection
    .selectFrom('footprint_form_document')
    .leftJoin('person', 'person.id', 'footprint_form_document.frozen_by')
    .select([
      'footprint_form_document.form_id as formId',
      'footprint_form_document.document',
      'footprint_form_document.frozen_at as frozenAt',
      'person.name as frozenBy',
    ])
    .where(sql<boolean>`(footprint_form_document.form_id, footprint_form_document.digest) in
      (select * from unnest(${formIds}::uuid[], ${digests}::text[]))`)
    .$castTo<StoredDocument & { readonly formId: string }>()
    .execute();
  return new Map(rows.map(({ formId, ...stored }) => [formId, stored]));
}

export interface NewDocument {
  readonly formId: string;
  readonly digest: string;
  readonly document: FormDocument;
  readonly frozenAt: Date;
  readonly frozenBy: string | null;
}

export async function insertDocument(transaction: Connection, row: NewDocument): Promise<void> {
  await transaction
    .insertInto('footprint_form_document')
    .values({
      form_id: row.formId,
      digest: row.digest,
      document: JSON.stringify(row.document),
      frozen_at: row.frozenAt,
      frozen_by: row.frozenBy,
    })
    .execute();
}
