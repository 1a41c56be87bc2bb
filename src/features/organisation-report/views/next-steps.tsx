import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import { questionInWords } from '../../assessment/index.ts';
import type { HoldingBack } from '../holding-back.ts';
import type { Learning } from '../learning.ts';
import type { NextSection, ReportView } from '../report-view.ts';

/** The weakest sections, one after another: what holds each back, what the next level asks for, and who has an answer. */
export function NextSteps({ view: { next } }: { readonly view: ReportView }) {
  return (
    <>
      <h2>What to do next</h2>
      {next.length === 0 ? (
        <p>No section is below the best score.</p>
      ) : (
        <p>
          Begin with {next.length === 1 ? 'the section' : `the ${next.length} sections`} with the lowest{' '}
          {next.length === 1 ? 'score' : 'scores'}.
        </p>
      )}
      {next.map((section) => (
        <Next key={section.id} section={section} />
      ))}
    </>
  );
}

function Next({ section }: { readonly section: NextSection }) {
  const { id, title, standing, href, holdingBack, moreQuestions, learning } = section;
  return (
    <section className="ldr-report__next" aria-labelledby={`next-${id}`}>
      <h3 id={`next-${id}`}>{title}</h3>
      <p>{standing}</p>
      {holdingBack !== null && holdingBack.length > 0 && (
        <>
          <h4>What holds it back</h4>
          <ol className="ldr-report__questions">
            {holdingBack.map((held) => (
              <Held key={held.question.id} held={held} />
            ))}
          </ol>
          {href !== null && (
            <p>
              <a href={href}>
                {moreQuestions === 0
                  ? `Read the answers of “${title}”`
                  : `Read these and ${moreQuestions} more of “${title}”`}
              </a>
            </p>
          )}
        </>
      )}
      <Learn learning={learning} />
    </section>
  );
}

function Held({ held: { question, now, next, looksLike, unmet } }: { readonly held: HoldingBack }) {
  return (
    <li>
      <p>
        <strong>{questionInWords(question)}</strong>
      </p>
      <p>
        Answered “{now}”. Next is “{next}”{looksLike === null ? '.' : `: ${looksLike}`}
      </p>
      {unmet.length > 0 && (
        <>
          <p>Not met yet of “{next}”:</p>
          <ul>
            {unmet.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function Learn({ learning }: { readonly learning: Learning }) {
  const { groups, examples, moreExamples, capabilities } = learning;
  if (groups.length === 0) {
    return (
      <p>No capability group of the programme belongs to this section, so no exemplar or plan is listed for it.</p>
    );
  }
  return (
    <>
      <h4>Who does this well</h4>
      {examples.length === 0 ? (
        <p>Nobody else is designated as an exemplar here yet.</p>
      ) : (
        <ul>
          {examples.map(({ exemplarId, title, organisationName, designatedAt }) => (
            <li key={exemplarId}>
              <a href={paths.exemplar(exemplarId)}>{title}</a>: {organisationName}, designated on{' '}
              {formatDate(designatedAt)}
            </li>
          ))}
        </ul>
      )}
      {moreExamples > 0 && (
        <p>
          {groups.map(({ id, label }) => (
            <a key={id} href={paths.exemplars({ group: id })}>
              All exemplars of “{label}”
            </a>
          ))}
        </p>
      )}
      {capabilities.length > 0 && (
        <>
          <h4>Plans that answer it</h4>
          <ul>
            {capabilities.map(({ capability, plans, morePlans }) => (
              <li key={capability.id}>
                {capability.title} ({capability.nationalService}).{' '}
                {plans.length === 0 ? (
                  'No other published roadmap has a plan for it yet.'
                ) : (
                  <>
                    Planned in the roadmaps of{' '}
                    {plans.map(({ footprintSlug, footprintName }, index) => (
                      <span key={footprintSlug}>
                        {index > 0 && ', '}
                        <a href={`${paths.publishedRoadmap(footprintSlug)}#universal-plans`}>{footprintName}</a>
                      </span>
                    ))}
                    {morePlans > 0 && ` and ${morePlans} more`}.
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
