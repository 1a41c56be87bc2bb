import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';

/** A key of the copy, made from that of the original so that references to it can be made alike. */
type NewKey = (column: string) => RawBuilder<unknown>;

/**
 * Every footprint once more, `times` over, with its members, versions, endorsements, reviews, publications and forms: what lists are
 * made of, without the steps that led there. On the connection of the owner of the tables.
 */
export async function copyFootprints(owner: Database, times: number): Promise<void> {
  for (let copy = 1; copy <= times; copy += 1) {
    await copyAll(owner, copy);
  }
}

async function copyAll(owner: Database, copy: number): Promise<void> {
  const suffix = `-copy${copy}`;
  const text: NewKey = (column) => sql`${sql.ref(column)} || ${suffix}`;
  const uuid: NewKey = (column) => sql`md5(${sql.ref(column)}::text || ${suffix})::uuid`;
  await owner.transaction().execute(async (trx) => {
    const add = async (table: string, keys: Readonly<Record<string, RawBuilder<unknown>>>, where = sql`true`) => {
      const changed = sql.join(Object.entries(keys).map(([column, value]) => sql`${sql.lit(column)}, ${value}`));
      await sql`
        insert into ${sql.table(table)} overriding user value
        select (jsonb_populate_record(original, jsonb_build_object(${changed}))).* from ${sql.table(table)} as original
        where ${where}`.execute(trx);
    };
    const isFootprint = (column: string) => sql`${sql.ref(column)} in (
      select area_record.area_id from area_record
      where area_record.kind = 'footprint' and area_record.area_id not like '%-copy%')`;
    const isOriginal = (table: string, column: string) => sql`${sql.ref(column)} in (
      select key from copied_key where copied_key.of_table = ${table})`;
    await sql`create temporary table copied_key on commit drop as
      select 'roadmap_version' as of_table, version.version_id as key from roadmap_version as version
        join roadmap on roadmap.roadmap_id = version.roadmap_id where roadmap.footprint_id not like '%-copy%'
      union all select 'footprint_form', form.form_id from footprint_form as form
        join formation on formation.formation_id = form.formation_id where formation.slug not like '%-copy%'
      union all select 'roadmap', roadmap.roadmap_id from roadmap where roadmap.footprint_id not like '%-copy%'`.execute(
      trx,
    );
    await add('area', { area_id: text('area_id') }, isFootprint('area_id'));
    const code = { code: text('code'), slug: text('slug'), name: text('name') };
    await add(
      'area_record',
      { area_id: text('area_id'), ...code, area_record_id: nextOf('area_record') },
      isFootprint('area_id'),
    );
    await add(
      'area_link',
      { child_area_id: text('child_area_id'), area_link_id: nextOf('area_link') },
      isFootprint('child_area_id'),
    );
    await add('membership', { area_id: text('area_id'), membership_id: nextOf('membership') }, isFootprint('area_id'));
    await add(
      'roadmap',
      { roadmap_id: uuid('roadmap_id'), footprint_id: text('footprint_id') },
      isOriginal('roadmap', 'roadmap_id'),
    );
    const version = { version_id: uuid('version_id') };
    const ofVersion = isOriginal('roadmap_version', 'version_id');
    await add('roadmap_version', { ...version, roadmap_id: uuid('roadmap_id'), based_on: uuid('based_on') }, ofVersion);
    await add('document_member', version, ofVersion);
    await add('endorsement', { ...version, endorsement_id: uuid('endorsement_id') }, ofVersion);
    await add('review', { ...version, review_id: uuid('review_id') }, ofVersion);
    await add(
      'publication',
      { ...version, publication_id: uuid('publication_id'), footprint_id: text('footprint_id') },
      ofVersion,
    );
    await add(
      'formation',
      { formation_id: uuid('formation_id'), footprint_id: text('footprint_id'), slug: text('slug') },
      sql`slug not like '%-copy%'`,
    );
    const ofForm = isOriginal('footprint_form', 'form_id');
    const form = { form_id: uuid('form_id') };
    const written = { state: sql`'withdrawn'`, digest: sql`null`, accepted_at: sql`null` };
    await add('footprint_form', { ...form, formation_id: uuid('formation_id'), ...written }, ofForm);
    await add('footprint_form_history', form, ofForm);
    await add('footprint_form_document', form, ofForm);
    await sql`update footprint_form as form set state = original.state, digest = original.digest, accepted_at = original.accepted_at
      from footprint_form as original where form.form_id = ${uuid('original.form_id')}`.execute(trx);
    await add('footprint_form_endorsement', { ...form, endorsement_id: uuid('endorsement_id') }, ofForm);
  });
}

function nextOf(table: string): RawBuilder<unknown> {
  return sql`nextval(pg_get_serial_sequence(${table}, ${`${table}_id`}))`;
}
