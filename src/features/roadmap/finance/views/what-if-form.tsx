import { Details } from '../../../../views/details.tsx';
import { countOf } from '../../../../views/format.ts';
import { CheckboxesField, RadiosField } from '../../../../views/forms/choice-fields.tsx';
import { asPlanned, isAsPlanned, MOST_YEARS_LATER, type MoneySource, type Scheduled, type WhatIf } from '../what-if.ts';

interface WhatIfFormProps {
  readonly rows: readonly Scheduled[];
  readonly sources: readonly MoneySource[];
  readonly whatIf: WhatIf;
  readonly address: string;
}

/** Asks what is to be supposed. It is sent as part of the address, so that nothing is stored. */
export function WhatIfForm({ rows, sources, whatIf, address }: WhatIfFormProps) {
  return (
    <Details summary="What if it goes otherwise?" open={!isAsPlanned(whatIf)}>
      <p>Suppose something, and see what becomes of the money. It changes nothing in the plan.</p>
      <form method="get" action={address} noValidate>
        <RadiosField
          name="bids"
          label="What is bid for"
          small
          value={whatIf.bids}
          choices={[
            { value: 'open', label: 'Stays open, as the plan has it' },
            { value: 'won', label: 'Is all secured' },
            { value: 'lost', label: 'Is all refused' },
          ]}
        />
        <RadiosField
          name="later"
          label="What is not live yet comes"
          small
          value={String(whatIf.yearsLater)}
          choices={Array.from({ length: MOST_YEARS_LATER + 1 }, (_, years) => ({
            value: String(years),
            label: years === asPlanned.yearsLater ? 'When the plan says' : `${countOf(years, 'year')} later`,
          }))}
        />
        {sources.length > 0 && (
          <CheckboxesField
            name="source"
            label="No money comes from"
            small
            values={whatIf.lostSources}
            choices={sources.map(({ key, label }) => ({ value: key, label }))}
          />
        )}
        <CheckboxesField
          name="without"
          label="These deployments are left out"
          small
          values={whatIf.leftOut}
          choices={rows.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <button className="nhsuk-button" type="submit">
          See what changes
        </button>
      </form>
    </Details>
  );
}
