import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { timeZone } from '../../../platform/days.ts';

/** That somebody said that an organisation answers for a care setting, or that it does not. */
export interface SettingChoice {
  readonly organisationId: string;
  readonly careSetting: string;
  readonly answers: boolean;
}

export interface SettingChoiceMade extends SettingChoice {
  readonly number: number;
  readonly reason: string;
  readonly personName: string;
  readonly at: Date;
}

/** What stands of each setting of these organisations; of what was said on a day at the latest, where one is given. */
export async function listSettingChoices(
  connection: Connection,
  organisationIds: readonly string[],
  recordedBy: string | null,
): Promise<SettingChoiceMade[]> {
  const result = await sql<SettingChoiceMade>`
    select distinct on (choice.organisation_id, choice.care_setting)
           choice.organisation_id as "organisationId", choice.care_setting as "careSetting", choice.answers,
           choice.number, choice.reason, person.name as "personName", choice.chosen_at as at
    from care_setting_choice as choice
    join person on person.id = choice.chosen_by
    where choice.organisation_id = any(${organisationIds}::text[])
      and (${recordedBy}::date is null or (choice.chosen_at at time zone ${timeZone})::date <= ${recordedBy}::date)
    order by choice.organisation_id, choice.care_setting, choice.number desc`.execute(connection);
  return result.rows;
}

/** One person chooses the settings of an organisation at a time, until the transaction ends. */
export async function lockSettingChoices(transaction: Connection, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`care-settings ${organisationId}`}))`.execute(transaction);
}

/** Adds what was said to what was said before. */
export async function insertSettingChoices(
  transaction: Connection,
  choices: readonly SettingChoice[],
  { reason, personId, at }: { readonly reason: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into care_setting_choice (organisation_id, care_setting, number, answers, reason, chosen_by, chosen_at)
    select said.organisation_id, said.care_setting,
           1 + (select count(*) from care_setting_choice as earlier
                where earlier.organisation_id = said.organisation_id and earlier.care_setting = said.care_setting),
           said.answers, ${reason}, ${personId}, ${at}
    from unnest(${choices.map(({ organisationId }) => organisationId)}::text[],
                ${choices.map(({ careSetting }) => careSetting)}::text[],
                ${choices.map(({ answers }) => answers)}::boolean[]) as said (organisation_id, care_setting, answers)`.execute(
    transaction,
  );
}
