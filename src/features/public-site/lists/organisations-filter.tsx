import { paths } from '../../../paths.ts';
import { Details } from '../../../views/details.tsx';
import { SelectField, TextField } from '../../../views/forms/fields.tsx';
import { type AreaRef, commissionerWords, type Day, planningWords } from '../../directory/index.ts';
import type { OrganisationType } from '../../programme/index.ts';
import {
  isOrganisationsFiltered,
  NO_FOOTPRINT,
  type OrganisationStatusFilter,
  type OrganisationsQuery,
  organisationQueryParts,
  organisationStatuses,
} from '../../search/index.ts';
import { SearchField } from './search-field.tsx';

/** What the filter offers on the day. */
export interface OrganisationChoices {
  readonly types: readonly OrganisationType[];
  readonly regions: readonly AreaRef[];
  readonly stps: readonly AreaRef[];
  readonly footprints: readonly AreaRef[];
}

interface OrganisationsFilterFormProps {
  readonly day: Day;
  readonly query: OrganisationsQuery;
  readonly choices: OrganisationChoices;
}

export const statusLabels: Readonly<Record<OrganisationStatusFilter, string>> = {
  open: 'Open on the day',
  active: 'Open, and called active by its source',
  dormant: 'Open, and called dormant by its source',
  proposed: 'Open, and called proposed by its source',
  closed: 'Closed by the day',
};

export function OrganisationsFilterForm({ day, query, choices }: OrganisationsFilterFormProps) {
  const { filter } = query;
  const { sort = '', size = '' } = organisationQueryParts(query);
  const kept = Object.entries({ sort, size }).filter(([, value]) => value !== '');
  return (
    <search aria-label="Organisations">
      <form method="get" action={paths.organisations()} className="ldr-filters">
        {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchField label="Name, code, town or postcode" value={filter.search} />
        <div className="ldr-filters__choices">
          <SelectField
            name="type"
            label="Type"
            placeholder="All types"
            choices={choices.types.map(({ id, labelPlural }) => ({ value: id, label: labelPlural }))}
            value={filter.type}
          />
          <SelectField
            name="region"
            label="Region"
            placeholder="All regions"
            choices={choices.regions.map(({ code, name }) => ({ value: code, label: name }))}
            value={filter.region}
          />
        </div>
        <MoreFilters query={query} choices={choices} day={day} />
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          Show organisations
        </button>
        {isOrganisationsFiltered(filter) && (
          <a className="ldr-filters__clear" href={day.link(paths.organisations({ sort, size }))}>
            Show all
          </a>
        )}
      </form>
    </search>
  );
}

/** Folded away unless one of them is in use. */
function MoreFilters({ day, query: { filter }, choices }: OrganisationsFilterFormProps) {
  const { area, areas } = planningWords(day.asAt);
  const { one, exampleCode } = commissionerWords(day.asAt);
  const { stp, footprint, status, commissioner } = filter;
  const inUse = [stp, footprint, commissioner].some((value) => value !== '') || status !== 'open';
  return (
    <Details summary={`More filters: footprint, ${area}, status, commissioner`} open={inUse}>
      <div className="ldr-filters__choices">
        <SelectField
          name="footprint"
          label="Footprint"
          placeholder="Any, or none"
          choices={[
            { value: NO_FOOTPRINT, label: 'In no footprint on record' },
            ...choices.footprints.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          value={footprint}
        />
        <SelectField
          name="stp"
          label={area}
          placeholder={`All ${areas}`}
          choices={choices.stps.map(({ code, name }) => ({ value: code, label: name }))}
          value={stp}
        />
        <SelectField
          name="status"
          label="Status"
          choices={organisationStatuses.map((value) => ({
            value: value === 'open' ? '' : value,
            label: statusLabels[value],
          }))}
          value={status === 'open' ? '' : status}
        />
        <TextField
          name="commissioner"
          label={`Code of the ${one} that commissions it, such as ${exampleCode}`}
          width={5}
          autoComplete="off"
          value={commissioner}
        />
      </div>
    </Details>
  );
}
