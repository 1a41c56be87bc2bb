import { sql } from 'kysely';
import { z } from 'zod';
import type { Connection } from '../../../platform/database/database.ts';
import { type FormContent, type FormPage, formPages, noPeople } from '../formation.ts';
import type { FormDocument } from './form-document.ts';
import { storedFormDocument, storedPages } from './stored-form.ts';

/** A save of one page of a form. */
export interface PageSave<P extends FormPage = FormPage> {
  readonly page: P;
  readonly revision: number;
  readonly content: FormContent[P];
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
  const rows = await selectSaves(connection)
    .where('footprint_form_history.form_id', '=', formId)
    .orderBy('footprint_form_history.saved_at', 'desc')
    .orderBy('footprint_form_history.page')
    .orderBy('footprint_form_history.revision', 'desc')
    .execute();
  return rows.map(saveOf);
}

type SaveRow = Awaited<ReturnType<ReturnType<typeof selectSaves>['execute']>>[number];

function saveOf(row: SaveRow): PageSave {
  const page = formPage.parse(row.page);
  return { ...row, page, content: storedPages[page].read(row.content) };
}

const formPage = z.enum(formPages);

export type PageSaves = { readonly [P in FormPage]: PageSave<P> | null };

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
    .execute();
  const contentOf = (id: string) => writtenForm(rows.filter(({ formId }) => formId === id)).content;
  return new Map(formIds.map((id) => [id, contentOf(id)]));
}

const nothing: FormContent = {
  area: { name: '', startsOn: null, regions: [], stps: [], parent: null, reason: '' },
  organisations: [],
  people: noPeople,
};

function writtenForm(rows: readonly SaveRow[]): WrittenForm {
  const find = <P extends FormPage>(page: P): PageSave<P> | null => {
    const row = rows.find((one) => one.page === page);
    return row === undefined ? null : { ...row, page, content: storedPages[page].read(row.content) };
  };
  const saves = { area: find('area'), organisations: find('organisations'), people: find('people') };
  const content = {
    area: saves.area?.content ?? nothing.area,
    organisations: saves.organisations?.content ?? nothing.organisations,
    people: saves.people?.content ?? nothing.people,
  };
  return { content, saves };
}

export interface NewPageSave<P extends FormPage> {
  readonly formId: string;
  readonly page: P;
  readonly revision: number;
  readonly content: FormContent[P];
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

export async function insertSaves<P extends FormPage>(
  transaction: Connection,
  saves: readonly NewPageSave<P>[],
): Promise<void> {
  await transaction
    .insertInto('footprint_form_history')
    .values(
      saves.map((save) => ({
        form_id: save.formId,
        page: save.page,
        revision: save.revision,
        content: storedPages[save.page].write(save.content),
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
    .execute();
  return new Map(
    rows.map(({ formId, document, ...frozen }) => [formId, { ...frozen, document: storedFormDocument.read(document) }]),
  );
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
      document: storedFormDocument.write(row.document),
      frozen_at: row.frozenAt,
      frozen_by: row.frozenBy,
    })
    .execute();
}
