import { countOf, formatDate } from '../../../views/format.ts';
import { StandingKey, standingWord } from '../../directory/index.ts';
import type { DatedCommitment } from '../order-commitments.ts';

/** What was promised, by when and where it is written, in order of date. */
export function CommitmentList({ commitments, today }: { commitments: readonly DatedCommitment[]; today: string }) {
  const past = commitments.filter(({ when }) => when === 'past');
  const ahead = commitments.filter(({ when }) => when === 'ahead');
  return (
    <>
      <p>
        {countOf(commitments.length, 'commitment')} of the programme and its time, seen from {formatDate(today)}.
        Whether each was kept is not recorded here.
      </p>
      <div className="ldr-pictures">
        <Timeline heading={`Dates that had come (${past.length})`} commitments={past} when="past" />
        <Timeline heading={`Dates that lay ahead (${ahead.length})`} commitments={ahead} when="ahead" />
      </div>
      <StandingKey standings={commitments.map(({ standing }) => standing)} />
    </>
  );
}

interface TimelineProps {
  readonly heading: string;
  readonly commitments: readonly DatedCommitment[];
  readonly when: DatedCommitment['when'];
}

function Timeline({ heading, commitments, when }: TimelineProps) {
  return (
    <div>
      <h3 className="nhsuk-heading-s">{heading}</h3>
      {commitments.length === 0 && <p className="ldr-empty">None.</p>}
      <ol className={`ldr-timeline ldr-timeline--${when}`}>
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <p className="ldr-timeline__date">
              <time dateTime={commitment.dueOn}>{formatDate(commitment.dueOn)}</time>
            </p>
            <h4 className="nhsuk-heading-xs">{commitment.title}</h4>
            <p>{commitment.description}</p>
            <p className="ldr-figure-note">
              {commitment.madeIn}. {standingWord(commitment.standing)}. Source: <SourceLink commitment={commitment} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function SourceLink({ commitment: { source } }: { commitment: DatedCommitment }) {
  return source.url === null ? source.title : <a href={source.url}>{source.title}</a>;
}
