import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { type CoverageQuery, partsOf } from '../coverage-query.ts';
import type { WhomToRing } from '../read-whom-to-ring.ts';

/** Who is to be rung or written to by hand, where the service writes to nobody. */
export function ByHand({ query, people }: { readonly query: CoverageQuery; readonly people: readonly WhomToRing[] }) {
  return (
    <section aria-labelledby="by-hand">
      <h2 id="by-hand">Ring or write to them yourself</h2>
      <p>
        These are the coordinators and those who sign where nothing has been submitted.{' '}
        <a href={paths.remindFile(partsOf(query))}>The list as CSV</a>
      </p>
      <DataTable
        caption="Whom to ring or write to"
        rows={people}
        rowKey={({ organisationId, name, role, email }) => [organisationId, name, role, email].join(' ')}
        empty="Nobody is left to remind."
        columns={[
          {
            heading: 'Organisation',
            isRowHeading: true,
            cell: ({ organisation, code, phone }) => (
              <>
                {organisation} ({code}){phone !== '' && <span className="ldr-line-note">Telephone {phone}</span>}
              </>
            ),
          },
          { heading: 'Waits for', cell: ({ waitsFor }) => waitsFor },
          {
            heading: 'Person',
            cell: ({ name, role }) =>
              name === '' ? (
                'Nobody there yet'
              ) : (
                <>
                  {name}
                  <span className="ldr-line-note">{role}</span>
                </>
              ),
          },
          {
            heading: 'E-mail',
            cell: ({ email }) =>
              email === '' ? (
                '–'
              ) : (
                <a className="ldr-unbroken" href={`mailto:${encodeURIComponent(email)}`}>
                  {email}
                </a>
              ),
          },
        ]}
      />
    </section>
  );
}
