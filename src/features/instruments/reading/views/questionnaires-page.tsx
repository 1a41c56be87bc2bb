import { paths } from '../../../../paths.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import type { ReadableVersion } from '../readable-version.ts';

/** Every version that anybody may read, newest first in each questionnaire. */
export function QuestionnairesPage({ versions }: { versions: readonly ReadableVersion[] }) {
  return (
    <>
      <h1>Questionnaires</h1>
      <p>
        What organisations were or are asked, how it is scored, and whose words it is. A version that somebody has
        answered is kept as it was then.
      </p>
      <DataTable
        caption="Questionnaires and their versions"
        rows={versions}
        rowKey={({ id, version }) => `${id} ${version}`}
        empty="No questionnaire may be asked yet. Each is here as soon as two people have activated it."
        columns={[
          {
            heading: 'Questionnaire',
            isRowHeading: true,
            cell: ({ id, version, title }) => (
              <a href={paths.questionnaire(id, version)}>
                {title}, version {version}
              </a>
            ),
          },
          { heading: 'Asked in', cell: ({ askedIn }) => askedIn.join(', ') || 'No round yet' },
        ]}
      />
    </>
  );
}
