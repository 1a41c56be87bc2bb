import { paths } from '../../../../paths.ts';
import { Details } from '../../../../views/details.tsx';
import { sentenceStart } from '../../../../views/format.ts';
import type { Instrument, Section } from '../../../programme/index.ts';
import type { GroupRead, LevelRead, QuestionRead } from '../questionnaire-view.ts';
import { standingWords } from './standing-words.ts';

interface QuestionnaireSectionPageProps {
  readonly instrument: Instrument;
  readonly section: Section;
  readonly questions: readonly QuestionRead[];
  /** Those that anything of the section is put to, and the one that is shown; null where all are. */
  readonly settings: readonly { readonly id: string; readonly label: string }[];
  readonly shown: string | null;
  readonly groups: readonly GroupRead[];
}

/** The questions of one section, with their levels, to be read by anybody. */
export function QuestionnaireSectionPage(props: QuestionnaireSectionPageProps) {
  const { instrument, section, questions, groups } = props;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>
          <span className="nhsuk-caption-l">
            {instrument.title}, version {instrument.version}
          </span>
          {section.number}. {section.title}
        </h1>
        <p className="nhsuk-body-l">{section.description}</p>
        <p>
          <strong>Best answered by:</strong> {section.answeredBy}
        </p>
        <SettingLinks {...props} />
        {questions.map((question) => (
          <QuestionToRead key={question.id} question={question} />
        ))}
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
        <Details summary="About these questions">
          <p>{instrument.provenance}</p>
        </Details>
      </div>
      <div className="nhsuk-grid-column-one-third">
        <AllSections {...props} />
      </div>
    </div>
  );
}

/** Where it puts different questions to different care settings: which of them are shown. */
function SettingLinks({ instrument: { id, version }, section, settings, shown }: QuestionnaireSectionPageProps) {
  if (section.questions.every(({ careSettings }) => careSettings.length === 0)) {
    return null;
  }
  const choices = [{ id: '', label: 'All care settings' }, ...settings];
  return (
    <nav aria-label="Questions by care setting">
      <p>
        Questions put to:{' '}
        {choices.map((choice, index) => (
          <span key={choice.id}>
            {index > 0 && ', '}
            {choice.id === (shown ?? '') ? (
              <strong aria-current="page">{choice.label}</strong>
            ) : (
              <a href={paths.questionnaireSection(id, version, section.id, { setting: choice.id })}>{choice.label}</a>
            )}
          </span>
        ))}
      </p>
    </nav>
  );
}

function QuestionToRead({ question }: { question: QuestionRead }) {
  const { id, title, text, help, facts, answers, levels, evidence, standing } = question;
  return (
    <section className="ldr-question" aria-labelledby={`question-${id}`}>
      <h2 className="nhsuk-heading-m" id={`question-${id}`}>
        {id} {title ?? text}
      </h2>
      {title !== null && <p>{text}</p>}
      {help !== '' && <p className="nhsuk-hint">{help}</p>}
      {answers.length > 0 && (
        <ul>
          {answers.map((answer) => (
            <li key={answer}>{answer}</li>
          ))}
        </ul>
      )}
      {levels.length > 0 && <Levels id={id} levels={levels} />}
      {evidence.length > 0 && (
        <Details summary={`What can be shown for ${id}`}>
          <ul>
            {evidence.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Details>
      )}
      <p className="ldr-figure-note">
        {facts.map((fact) => `${fact} `)}
        {sentenceStart(standingWords[standing])}.
      </p>
    </section>
  );
}

/** What each level looks like in sight, and what it needs folded away. */
function Levels({ id, levels }: { id: string; levels: readonly LevelRead[] }) {
  return (
    <>
      <ol className="ldr-levels">
        {levels.map(({ option, label, looksLike }) => (
          <li key={option}>
            <p className="ldr-level__name">{label}</p>
            <p className="ldr-level__looks">{looksLike}</p>
          </li>
        ))}
      </ol>
      <Details summary={`What must be so for each level of ${id}`}>
        <p>A level is reached where all of this is so, and all that the levels below it need.</p>
        {levels
          .filter(({ elements }) => elements.length > 0)
          .map(({ option, label, elements }) => (
            <div key={option}>
              <p className="ldr-level__name">{label}</p>
              <ul>
                {elements.map((element) => (
                  <li key={element}>{element}</li>
                ))}
              </ul>
            </div>
          ))}
      </Details>
    </>
  );
}

function Group({ group: { id, label, universal } }: { group: GroupRead }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What is planned and learnt of this</h2>
      <p>
        Roadmaps set targets for the capability group “{label}”.{' '}
        <a href={paths.exemplars({ group: id })}>Exemplars of it</a> are organisations to learn from.
      </p>
      {universal.length > 0 && (
        <>
          <p>Universal capabilities in this group:</p>
          <ul>
            {universal.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function AllSections({ instrument: { id, version, themes }, section: here, shown }: QuestionnaireSectionPageProps) {
  const setting = shown ?? '';
  return (
    <nav className="ldr-section-list" aria-labelledby="all-sections">
      <h2 className="nhsuk-heading-s" id="all-sections">
        All sections
      </h2>
      <ol>
        {themes
          .flatMap(({ sections }) => sections)
          .map((section) => (
            <li key={section.id}>
              {section.id === here.id ? (
                <strong aria-current="page">{section.title}</strong>
              ) : (
                <a href={paths.questionnaireSection(id, version, section.id, { setting })}>{section.title}</a>
              )}
            </li>
          ))}
      </ol>
      <p>
        <a href={paths.questionnaire(id, version)}>How it is scored, and whose words it is</a>
      </p>
    </nav>
  );
}
