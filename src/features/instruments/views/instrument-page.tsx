import { paths } from '../../../paths.ts';
import { Details } from '../../../views/details.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import { type Instrument, questionsFor, sectionsFor, sectionsOf } from '../../programme/index.ts';
import type { InstrumentVersion } from '../instrument-version.ts';
import { RoundsAsking, VersionTag } from './version-parts.tsx';

export interface InstrumentPageProps {
  readonly instrument: Instrument;
  readonly version: InstrumentVersion;
  /** The version before it; null where it is the first. */
  readonly before: Pick<InstrumentVersion, 'title' | 'version'> | null;
  readonly careSettings: readonly { readonly id: string; readonly label: string }[];
}

/** One version: where it stands, and the ways to look at it. */
export function InstrumentPage({ instrument, version, before, careSettings }: InstrumentPageProps) {
  const { id, title, version: name } = instrument;
  const questionCount = sectionsOf(instrument).reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">Version {name}</span>
        {title}
      </h1>
      <SummaryList
        rows={[
          { key: 'State', value: <VersionTag version={version} /> },
          { key: 'Asked in', value: <RoundsAsking version={version} /> },
          { key: 'Questions', value: `${questionCount}, in ${sectionsOf(instrument).length} sections` },
          { key: 'Scoring', value: instrument.scoring.label },
          { key: 'Digest', value: <DigestText digest={version.digest} /> },
        ]}
      />
      <h2>Look at it</h2>
      <p>As those who answer will see it. Nothing is saved.</p>
      <ul>
        {careSettings
          .filter((setting) => sectionsFor(instrument, setting.id).length > 0)
          .map((setting) => (
            <li key={setting.id}>
              <a href={paths.instrumentPreview(id, name, { setting: setting.id })}>
                Preview for {setting.label.toLowerCase()}
              </a>{' '}
              ({questionsFor(instrument, setting.id).length} questions)
            </li>
          ))}
      </ul>
      <p>
        <a href={paths.instrumentScoring(id, name)}>Try its scoring with made-up answers</a>
      </p>
      <p>
        {before === null ? (
          'It is the first version: there is none before it to compare with.'
        ) : (
          <a href={paths.instrumentDifferences(id, name)}>
            Differences from {before.title}, version {before.version}
          </a>
        )}
      </p>
      <Details summary="About these questions">
        <p>{instrument.provenance}</p>
      </Details>
    </>
  );
}
