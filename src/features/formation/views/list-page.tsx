import { paths } from '../../../paths.ts';
import { type Column, DataTable } from '../../../views/data-table.tsx';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { leadOf } from '../formation.ts';
import { type FormationCase, nameOfCase, nameOfForm, stateOfCase } from '../formation-place.ts';
import { formationStateLabels, formationStates } from '../formation-state.ts';
import { isInHand } from '../forms/form-state.ts';
import { FormationTag, FormTag } from './state-tags.tsx';

interface ListPageProps {
  readonly cases: readonly FormationCase[];
  readonly mayPropose: boolean;
}

/** The footprints a person has a part in, those with a form in hand first. */
export function ListPage({ cases, mayPropose }: ListPageProps) {
  const isOpen = ({ form }: FormationCase) => form !== null && isInHand(form.state);
  const others = cases.filter((one) => !isOpen(one));
  return (
    <>
      <h1>Footprint forms</h1>
      <p>
        A footprint is the organisations that make one roadmap together. Its form says who takes part and who answers
        for it; its commissioners endorse the form, then the region.
      </p>
      {mayPropose && <ButtonLink href={paths.proposeFootprint()}>Propose a new footprint</ButtonLink>}
      <DataTable
        caption="Forms in hand"
        columns={[formInHandColumn, leadColumn, stateColumn, formColumn]}
        rows={cases.filter(isOpen)}
        rowKey={({ slug }) => slug}
        empty="No form is in hand. One appears here when somebody proposes a footprint or asks for a change."
      />
      {formationStates.map((state) => {
        const rows = others.filter((one) => stateOfCase(one).state === state);
        return rows.length === 0 ? null : (
          <DataTable
            key={state}
            caption={formationStateLabels[state]}
            columns={[footprintColumn, leadColumn, reasonColumn]}
            rows={rows}
            rowKey={({ slug }) => slug}
          />
        );
      })}
      {cases.length === 0 && <p className="ldr-empty">You have no part in any footprint yet.</p>}
    </>
  );
}

const footprintColumn: Column<FormationCase> = {
  heading: 'Footprint',
  isRowHeading: true,
  cell: (one) => <a href={paths.formation(one.slug)}>{nameOfCase(one)}</a>,
};

/** By the name in the form, with the one that the directory has now where that is another. */
const formInHandColumn: Column<FormationCase> = {
  ...footprintColumn,
  cell: (one) => (
    <>
      <a href={paths.formation(one.slug)}>{nameOfForm(one)}</a>
      {nameOfCase(one) !== nameOfForm(one) && <span className="ldr-line-note">Now called {nameOfCase(one)}</span>}
    </>
  ),
};

const leadColumn: Column<FormationCase> = {
  heading: 'Lead commissioner by its form',
  cell: ({ written }) =>
    leadOf(written?.content.organisations ?? [])?.name ?? <span className="ldr-nothing">No form</span>,
};

const stateColumn: Column<FormationCase> = {
  heading: 'Footprint is',
  cell: (one) => <FormationTag state={stateOfCase(one).state} />,
};

const formColumn: Column<FormationCase> = {
  heading: 'Form',
  cell: ({ form }) => (form === null ? null : <FormTag state={form.state} />),
};

const reasonColumn: Column<FormationCase> = {
  heading: 'Where it stands',
  cell: (one) => stateOfCase(one).reason,
};
