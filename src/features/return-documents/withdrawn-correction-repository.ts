import { sql } from 'kysely';

/** That a signed assessment was opened for a correction by mistake, and when this was taken back. */
export interface WithdrawnCorrection {
  readonly opened: { readonly personName: string; readonly reason: string; readonly at: Date };
  readonly withdrawn: {
    readonly personName: string;
    readonly onBehalfOf: string;
    readonly reason: string;
    readonly at: Date;
  };
}

/** Corrections of a signed document that were taken back, as JSON of a query: the last one first. */
export const withdrawnCorrections = sql`coalesce((
  select jsonb_agg(jsonb_build_object(
    'opened', jsonb_build_object('personName', opener.name, 'reason', withdrawal.open_reason, 'at', withdrawal.opened_at),
    'withdrawn', jsonb_build_object('personName', withdrawer.name, 'onBehalfOf', withdrawal.on_behalf_of,
      'reason', withdrawal.reason, 'at', withdrawal.withdrawn_at)) order by withdrawal.opened_at desc)
  from correction_withdrawal as withdrawal
  join person as opener on opener.id = withdrawal.opened_by
  join person as withdrawer on withdrawer.id = withdrawal.withdrawn_by
  where withdrawal.organisation_id = document.organisation_id and withdrawal.assessment_id = document.assessment_id
    and withdrawal.digest = document.digest), '[]')`;

type InTexts<Said> = Omit<Said, 'at'> & { readonly at: string };

/** The same as the database hands it over. */
export type WithdrawnColumns = readonly {
  readonly opened: InTexts<WithdrawnCorrection['opened']>;
  readonly withdrawn: InTexts<WithdrawnCorrection['withdrawn']>;
}[];

export function withdrawnIn(columns: WithdrawnColumns): WithdrawnCorrection[] {
  return columns.map(({ opened, withdrawn }) => ({
    opened: { ...opened, at: new Date(opened.at) },
    withdrawn: { ...withdrawn, at: new Date(withdrawn.at) },
  }));
}
