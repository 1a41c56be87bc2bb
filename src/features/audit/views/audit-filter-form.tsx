import { paths } from '../../../paths.ts';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { TextField } from '../../../views/forms/fields.tsx';
import { FilterForm } from '../../../views/forms/filter-form.tsx';
import type { AuditQuery } from '../audit-query.ts';

/** Narrows the list to a chain, a person, a day. */
export function AuditFilterForm({ query: { filter, errors } }: { query: AuditQuery }) {
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <FilterForm label="Events" action={paths.audit()} button="Show events" isFiltered={isFiltered}>
      <TextField
        name="chain"
        label="Chain"
        hint="Or a kind of chain, such as assessment or roadmap"
        value={filter.chain}
        errors={errors}
      />
      <TextField
        name="person"
        label="Person"
        hint="Part of a name or e-mail address"
        value={filter.person}
        errors={errors}
      />
      <TextField name="day" label="Day" hint={`Such as ${useExampleDays().today}`} value={filter.day} errors={errors} />
    </FilterForm>
  );
}
