import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { Details } from '../../../views/details.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { DigestText } from '../../../views/text/digest-text.tsx';
import type { Actor } from '../../identity/index.ts';
import { type Instrument, questionsFor, sectionsFor, sectionsOf } from '../../programme/index.ts';
import type { InstrumentVersion } from '../instrument-version.ts';
import { ActivationStep } from './activation-step.tsx';
import { activationInWords, RoundsAsking, VersionTag } from './version-parts.tsx';

export interface InstrumentPageProps {
  readonly instrument: Instrument;
  readonly version: InstrumentVersion;
  /** The version before it; null where it is the first. */
  readonly before: Pick<InstrumentVersion, 'title' | 'version'> | null;
  readonly careSettings: readonly { readonly id: string; readonly label: string }[];
  readonly actor: Actor;
  /** The names of those, beside the reader, who may confirm that it may be asked. */
  readonly others: readonly string[];
  /** Why a proposal is to be withdrawn, as typed into a form that comes back. */
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** One version: where it stands, the ways to look at it, and the step that is next. */
export function InstrumentPage({
  instrument,
  version,
  before,
  careSettings,
  actor,
  others,
  reason,
  errors,
}: InstrumentPageProps) {
  const { id, title, version: name } = instrument;
  const questionCount = sectionsOf(instrument).reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>
        <span className="nhsuk-caption-l">Version {name}</span>
        {title}
      </h1>
      <SummaryList
        rows={[
          { key: 'State', value: <VersionTag version={version} /> },
          ...(version.activation === null ? [] : [{ key: 'Activation', value: activationInWords(version.activation) }]),
          { key: 'Asked in', value: <RoundsAsking version={version} /> },
          { key: 'Questions', value: `${questionCount}, in ${sectionsOf(instrument).length} sections` },
          { key: 'Scoring', value: instrument.scoring.label },
          { key: 'Digest', value: <DigestText digest={version.digest} /> },
        ]}
      />
      <h2>Look at it</h2>
      <ul>
        {careSettings
          .filter((setting) => sectionsFor(instrument, setting.id).length > 0)
          .map((setting) => (
            <li key={setting.id}>
              <a href={paths.instrumentPreview(id, name, { setting: setting.id })}>Preview: {setting.label}</a> (
              {questionsFor(instrument, setting.id).length} questions)
            </li>
          ))}
        <li>
          <a href={paths.instrumentScoring(id, name)}>Try its scoring with made-up answers</a>
        </li>
        {before !== null && (
          <li>
            <a href={paths.instrumentDifferences(id, name)}>
              Differences from {before.title}, version {before.version}
            </a>
          </li>
        )}
      </ul>
      {before === null && <p>It is the first version: there is none before it to compare with.</p>}
      <ActivationStep version={version} actor={actor} others={others} reason={reason} errors={errors} />
      <Details summary="About these questions">
        <p>{instrument.provenance}</p>
      </Details>
    </>
  );
}
