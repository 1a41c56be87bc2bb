import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';

/** What the register says of an organisation beside what lists show: enough to say the same elsewhere. */
export interface RegisterDetail {
  /** Street, without town and postcode; empty where no source says. */
  readonly address: string;
  readonly phone: string;
  /** First day of its life, of which the state shown may be a part; null where no source says. */
  readonly openedOn: string | null;
  /** Last day of it; null where no end is recorded. */
  readonly closedOn: string | null;
}

const nothingSaid: RegisterDetail = { address: '', phone: '', openedOn: null, closedOn: null };

/** These organisations with what the register says of them on the day, or of those that had ended, on their last. */
export async function listWithRegisterDetails<Row extends { readonly organisationId: string }>(
  connection: Connection,
  rows: readonly Row[],
  asAt: string,
): Promise<(Row & RegisterDetail)[]> {
  const result = await sql<RegisterDetail & { readonly organisationId: string }>`
    select wanted.organisation_id as "organisationId", record.address, record.phone,
           lower(life.valid)::text as "openedOn", (upper(life.valid) - 1)::text as "closedOn"
    from unnest(${rows.map(({ organisationId }) => organisationId)}::text[]) as wanted (organisation_id)
    cross join lateral (
      select each.address, each.phone, each.valid from organisation_record as each
      where each.organisation_id = wanted.organisation_id and (lower_inf(each.valid) or lower(each.valid) <= ${asAt}::date)
      order by lower(each.valid) desc nulls last limit 1
    ) as record
    cross join lateral (
      select unnest(range_agg(each.valid)) as valid from organisation_record as each
      where each.organisation_id = wanted.organisation_id
    ) as life
    where life.valid && record.valid`.execute(connection);
  const details = new Map(result.rows.map(({ organisationId, ...detail }) => [organisationId, detail]));
  return rows.map((row) => ({ ...row, ...(details.get(row.organisationId) ?? nothingSaid) }));
}
