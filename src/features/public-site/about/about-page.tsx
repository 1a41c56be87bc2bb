import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { firstDayInWords, type ProgrammePack, roundDeadlineInWords, roundStateLabel } from '../../programme/index.ts';

interface AboutPageProps {
  readonly pack: ProgrammePack;
  readonly isDemonstration: boolean;
  /** The present day. */
  readonly today: string;
}

/** What the programme was, what the service does, and where its facts come from. */
export function AboutPage({ pack, isDemonstration, today }: AboutPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>About this service</h1>
        {isDemonstration && (
          <div className="nhsuk-inset-text">
            <p>
              This is a demonstration. Organisations, areas, dates and official results are real and each names its
              source. People are invented, and so are the answers, scores and roadmaps of this service, where there are
              any. Every page that shows them says so.
            </p>
          </div>
        )}
        <Programme pack={pack} today={today} />
        <h2>What the service does</h2>
        <ol>
          <li>
            <strong>Footprints.</strong> It keeps who plans together with whom, in which role, since when and who says
            so.
          </li>
          <li>
            <strong>Self-assessment.</strong> Organisations measure how digital they are. Many contribute, one person
            authorises for the organisation, and the scores are worked out in the open:{' '}
            <a href={paths.questionnaires()}>the questionnaires</a> say how.
          </li>
          <li>
            <strong>Roadmap.</strong> The organisations of a footprint write one plan. Each endorses one exact version
            of it.
          </li>
          <li>
            <strong>Review.</strong> The regional team judges the plan against{' '}
            <a href="#criteria">the programme’s criteria</a> and asks for changes or clears it.
          </li>
          <li>
            <strong>Publication.</strong> Anyone can read the plan, see who signed it, download it and check that
            nothing was changed.
          </li>
          <li>
            <strong>Insight.</strong> What all the answers show together, and whom to learn from.
          </li>
        </ol>
        <Criteria pack={pack} />
        <Sources />
        <h2>Find out more</h2>
        <ul>
          <li>
            <a href={paths.insights()}>What the assessments show</a>
          </li>
          <li>
            <a href={paths.data()}>Data to download and reuse</a>
          </li>
          <li>
            <a href={paths.contact()}>Contact the team</a>
          </li>
        </ul>
      </div>
    </div>
  );
}

function Programme({ pack, today }: Pick<AboutPageProps, 'pack' | 'today'>) {
  return (
    <>
      <h2>The programme</h2>
      <p>
        <strong>{pack.title}.</strong> {pack.summary}
      </p>
      <p>
        Plans cover {pack.capabilityGroups.length} groups of capabilities, such as{' '}
        {pack.capabilityGroups
          .slice(0, 2)
          .map(({ label }) => label.toLowerCase())
          .join(' and ')}
        , and {pack.universalCapabilities.length} universal capabilities that every area brings into use.
        {pack.commitments.length > 0 && (
          <>
            {' '}
            The <a href={`${paths.insights()}#commitments`}>commitments and their dates</a> name the document in which
            each was made.
          </>
        )}
      </p>
      <DataTable
        caption="Rounds of the programme"
        rows={pack.rounds}
        rowKey={(round) => round.id}
        empty="No round has been planned yet."
        columns={[
          { heading: 'Round', isRowHeading: true, cell: (round) => round.label },
          { heading: 'State', cell: (round) => roundStateLabel(round, today) },
          { heading: 'First day', cell: firstDayInWords },
          { heading: 'Deadline', cell: (round) => roundDeadlineInWords(round, today) },
        ]}
      />
    </>
  );
}

function Sources() {
  return (
    <>
      <h2>Where facts come from</h2>
      <p>
        Names, codes and areas come from the NHS Organisation Data Service and the Office for National Statistics. Pages
        name the source of what they show, who belongs to which footprint included, and how far it can be trusted:
      </p>
      <ul>
        <li>
          <strong>official</strong>: taken from a register kept by a national body
        </li>
        <li>
          <strong>stated</strong>: read in a document that says so
        </li>
        <li>
          <strong>inferred</strong>: worked out by us; it may be wrong
        </li>
      </ul>
      <p>
        The record is not complete. If you have a document that fills a gap or corrects a mistake,{' '}
        <a href={paths.contact('mistake')}>please tell us</a>.
      </p>
    </>
  );
}

/** What every plan is judged by, so that those who write one and those who read it know. */
function Criteria({ pack }: { pack: ProgrammePack }) {
  return (
    <>
      <h2 id="criteria">What roadmaps are judged by</h2>
      <DataTable
        caption="Review criteria"
        rows={pack.reviewCriteria}
        rowKey={({ id }) => id}
        columns={[
          { heading: 'Criterion', isRowHeading: true, cell: ({ title }) => title },
          { heading: 'Question', cell: ({ question }) => question },
        ]}
      />
    </>
  );
}
