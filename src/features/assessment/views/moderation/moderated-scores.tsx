import { DataTable } from '../../../../views/data-table.tsx';
import { countOf, formatDate } from '../../../../views/format.ts';
import type { Checkers, FinishedModeration } from '../../../return-documents/index.ts';
import { classInWords, FEWEST_ANSWERS_SHOWN } from '../../../scoring/index.ts';
import { type ResultView, scoreInWords } from '../result-view.ts';

interface ModeratedScoresProps {
  readonly view: ResultView;
  /** Null where nothing was moderated: nothing is shown then. */
  readonly moderation: FinishedModeration | null;
  /** Where single answers are read; null for everybody, who may not. */
  readonly href: string | null;
}

/**
 * What the organisation says beside what was found from outside, of every score that the reader is shown. For everybody no score is found of fewer
 * answers than three: beside the other it would tell them. Stands under a heading of level 2.
 */
export function ModeratedScores({ view, moderation, href }: ModeratedScoresProps) {
  if (moderation === null) {
    return null;
  }
  const { outcome, finishedAt } = moderation;
  const { overall, themes } = view.overview;
  const parts = [
    { level: 'overall', part: overall },
    ...themes.flatMap((theme) => [
      { level: 'theme', part: theme },
      ...theme.sections.map((section) => ({ level: 'section', part: section })),
    ]),
  ];
  const rows = parts
    .map(({ level, part }) => ({
      key: `${level} ${part.id}`,
      part,
      found: outcome.scores.find((each) => each.level === level && each.key === part.id),
    }))
    .filter(({ found }) => found?.level !== 'section' || found.checked > 0)
    // For everybody it holds no more scores than they may read.
    .filter(({ found }) => href !== null || found !== undefined);
  return (
    <section aria-labelledby={`${view.idPrefix}-moderation`}>
      <h3 id={`${view.idPrefix}-moderation`}>What a check from outside found</h3>
      <p>
        {checkedInWords(moderation)} Finished on {formatDate(finishedAt)}.{' '}
        {href === null && tellsSingleAnswers(outcome.checked)
          ? `What they come to is not shown: fewer than ${FEWEST_ANSWERS_SHOWN} would tell single answers.`
          : `What was not checked counts as it was signed, in both columns of scores; ${href === null ? `a part is left out where what was found of it would tell fewer than ${FEWEST_ANSWERS_SHOWN} answers` : 'a section of which nothing was checked is left out'}.`}
      </p>
      {(href !== null || !tellsSingleAnswers(outcome.checked)) && (
        <DataTable
          caption={`Scores of ${view.organisation}, as it signed them and as they were found`}
          captionIsHidden
          columns={[
            { heading: 'Part', cell: ({ part }) => part.label, isRowHeading: true },
            {
              heading: 'The organisation says',
              cell: ({ part }) => scoreInWords(part.score, view.scale),
              numeric: true,
            },
            { heading: 'Found', cell: ({ found }) => scoreInWords(found?.score ?? null, view.scale), numeric: true },
            {
              heading: 'What was found rests on',
              cell: ({ found }) =>
                found === undefined ? '' : `${found.checked} of ${countOf(found.answered, 'answer')} checked`,
            },
            { heading: 'Class of what it says', cell: ({ part }) => classInWords(part) },
          ]}
          rows={rows}
          rowKey={({ key }) => key}
        />
      )}
      {href !== null && (
        <p>
          <a href={href}>See which answers were checked, and why others were found</a>
        </p>
      )}
    </section>
  );
}

function tellsSingleAnswers(checked: number): boolean {
  return checked > 0 && checked < FEWEST_ANSWERS_SHOWN;
}

/** `12 of 107 answers were checked by somebody from outside the organisation; 2 of them would be answered otherwise.` */
export function checkedInWords({ outcome: { answers, checked, changed }, checkedBy }: FinishedModeration): string {
  const others = changed === 0 ? 'all of these were found the same' : `${changed} of these would be answered otherwise`;
  return `${checked} of ${countOf(answers, 'answer')} ${checked === 1 ? 'was' : 'were'} checked by ${checkersInWords[checkedBy]}; ${others}.`;
}

/** Which organisation, and who there, is not for everybody. */
const checkersInWords: Readonly<Record<Checkers, string>> = {
  programme: 'somebody from outside the organisation',
  peers: 'a peer organisation',
  both: 'a peer organisation and somebody else from outside',
};
