import { paths } from '../../../../paths.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { Details } from '../../../../views/details.tsx';
import { countOf, listInWords, sentenceStart } from '../../../../views/format.ts';
import { SummaryList } from '../../../../views/summary-list.tsx';
import { DigestText } from '../../../../views/text/digest-text.tsx';
import { type Instrument, type ProgrammePack, sectionsOf } from '../../../programme/index.ts';
import { scoringInWords, settingsRead, standingsOf } from '../questionnaire-view.ts';
import type { ReadableVersion } from '../readable-version.ts';
import { standingWords } from './standing-words.ts';

interface QuestionnairePageProps {
  readonly pack: ProgrammePack;
  readonly instrument: Instrument;
  readonly version: ReadableVersion;
  /** Its other versions that anybody may read. */
  readonly others: readonly ReadableVersion[];
}

/** What one version asks, how it is scored and whose words it is; its questions are on the pages of its sections. */
export function QuestionnairePage({ pack, instrument, version, others }: QuestionnairePageProps) {
  const { id, title, version: name, signing } = instrument;
  const questions = sectionsOf(instrument).flatMap((section) => section.questions);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">Questionnaire, version {name}</span>
        {title}
      </h1>
      <SummaryList
        rows={[
          { key: 'Asked in', value: version.askedIn.join(', ') || 'No round yet' },
          { key: 'Questions', value: `${questions.length}, in ${countOf(sectionsOf(instrument).length, 'section')}` },
          { key: 'Answered', value: answeredInWords(instrument) },
          { key: 'Signed by', value: sentenceStart(signing.who) },
          {
            key: 'As a file',
            value: <a href={paths.apiItem('instruments', id, name)}>Questions, scales and scoring (JSON)</a>,
          },
          { key: 'Digest', value: <DigestText digest={version.digest} /> },
          ...(others.length === 0 ? [] : [{ key: 'Other versions', value: <Versions versions={others} /> }]),
        ]}
      />
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <h2>Whose words these are</h2>
          <p>{instrument.provenance}</p>
          <ul>
            {standingsOf(instrument).map(({ standing, count }) => (
              <li key={standing}>
                {countOf(count, 'question')}: {standingWords[standing]}
              </li>
            ))}
          </ul>
          <h2>How it is scored</h2>
          <p>{instrument.scoring.label}</p>
          <ul>
            {scoringInWords(instrument).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <Scales instrument={instrument} />
          <Sections instrument={instrument} />
          <DataTable
            caption="Questions put to each care setting"
            rows={settingsRead(pack, instrument)}
            rowKey={(setting) => setting.id}
            columns={[
              { heading: 'Care setting', isRowHeading: true, cell: ({ label }) => label },
              { heading: 'Scored', numeric: true, cell: ({ scored }) => scored },
              { heading: 'For context', numeric: true, cell: ({ unscored }) => unscored || 'None' },
            ]}
          />
        </div>
      </div>
    </>
  );
}

function answeredInWords({ returns, themes }: Instrument): string {
  if (returns === 'per-organisation') {
    return 'By each organisation as a whole';
  }
  const once = themes.filter(({ answered }) => answered === 'organisation').map(({ title }) => title);
  return `By each care setting of an organisation${once.length === 0 ? '' : `; once for all of them: ${listInWords(once)}`}`;
}

function Versions({ versions }: { versions: readonly ReadableVersion[] }) {
  return versions.map(({ id, version }, index) => (
    <span key={version}>
      {index > 0 && ', '}
      <a href={paths.questionnaire(id, version)}>Version {version}</a>
    </span>
  ));
}

function Sections({ instrument }: Pick<QuestionnairePageProps, 'instrument'>) {
  return (
    <>
      <h2>What it asks</h2>
      {instrument.themes.map(({ id, title, description, sections }) => (
        <section key={id} aria-labelledby={`theme-${id}`}>
          <h3 className="nhsuk-heading-s" id={`theme-${id}`}>
            {title}
          </h3>
          <p>{description}</p>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={paths.questionnaireSection(instrument.id, instrument.version, section.id)}>
                  {section.number}. {section.title}
                </a>
                : {countOf(section.questions.length, 'question')}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Scales({ instrument: { scales } }: Pick<QuestionnairePageProps, 'instrument'>) {
  const options = scales
    .filter(({ scored }) => scored)
    .flatMap((scale) => scale.options.map((option) => ({ scale: scale.label, ...option })));
  return (
    <Details summary="What each answer scores">
      <DataTable
        caption="Answers that score, and what each scores"
        rows={options}
        rowKey={({ scale, id }) => `${scale} ${id}`}
        columns={[
          { heading: 'Answer', isRowHeading: true, cell: ({ label }) => label },
          { heading: 'To', cell: ({ scale }) => scale },
          { heading: 'Scores', numeric: true, cell: ({ score }) => score },
        ]}
      />
    </Details>
  );
}
