import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import type { InstrumentVersion } from '../instrument-version.ts';
import { RoundsAsking, VersionTag } from './version-parts.tsx';

interface InstrumentsPageProps {
  readonly versions: readonly InstrumentVersion[];
}

/** Every questionnaire with its versions. */
export function InstrumentsPage({ versions }: InstrumentsPageProps) {
  const instruments = [...Map.groupBy(versions, ({ id }) => id)];
  return (
    <>
      <h1>Questionnaires</h1>
      <p>
        They stand in the programme pack. A version that somebody has answered is kept as it is: its answers are read
        with it for good. Changed questions make a new version, which rounds ask once two people have activated it.
      </p>
      {instruments.map(([id, own]) => (
        <section key={id} aria-labelledby={`of-${id}`}>
          <h2 id={`of-${id}`}>{own.at(-1)?.title}</h2>
          <DataTable
            caption={`Versions of ${own.at(-1)?.title}, newest first`}
            captionIsHidden
            rows={own.toReversed()}
            rowKey={({ version }) => version}
            columns={[
              {
                heading: 'Version',
                isRowHeading: true,
                cell: ({ version, title }) => (
                  <a href={paths.instrument(id, version)}>
                    Version {version}
                    <span className="nhsuk-u-visually-hidden"> of {title}</span>
                  </a>
                ),
              },
              { heading: 'State', cell: (version) => <VersionTag version={version} /> },
              { heading: 'Asked in', cell: (version) => <RoundsAsking version={version} /> },
            ]}
          />
        </section>
      ))}
    </>
  );
}
