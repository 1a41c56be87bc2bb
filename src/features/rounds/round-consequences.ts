import { countOf, formatNumber } from '../../views/format.ts';
import type { AssessedWords } from '../programme/index.ts';
import type { AssessmentWork, PlanningWork, WorkInRound } from './work-in-round.ts';

/** What somebody decides about a whole round, of which follows what others can and cannot do. */
export type WholeStep = 'open' | 'close' | 'withdraw';

/**
 * What follows for those who are asked in a round, a sentence for each group of them; a group without anybody has none.
 *
 * @param assessed what those are called who assess themselves
 */
export function consequencesOf(step: WholeStep, work: WorkInRound, assessed: AssessedWords): string[] {
  const groups = work.kind === 'assessment' ? groupsOfAssessment(step, work, assessed) : groupsOfPlanning(step, work);
  return groups.filter(([count]) => count > 0).map(([count, follows]) => follows(count));
}

/** How many there are, and what follows for them. */
type Group = readonly [count: number, follows: (count: number) => string];

function groupsOfAssessment(step: WholeStep, work: AssessmentWork, { one, many }: AssessedWords): Group[] {
  const those = (count: number) => countOf(count, one, many);
  const ended: Group = [
    work.ended,
    (count) =>
      `${those(count)} that began ${is(count)} no longer asked, because ${count === 1 ? 'it has' : 'they have'} ended or changed kind.`,
  ];
  switch (step) {
    case 'open':
      return [
        [work.notBegun, (count) => `${those(count)} can begin.`],
        [work.beingAnswered, (count) => `${those(count)} that ${begun(count)} can go on answering.`],
        [work.toSign, (count) => `${those(count)} can have signed what is complete.`],
        [work.submitted, (count) => `${those(count)} ${has(count)} submitted: nothing changes there.`],
        ended,
      ];
    case 'close':
      return [
        [work.notBegun, (count) => `${those(count)} ${has(count)} not begun, and cannot any more.`],
        [work.beingAnswered, (count) => `${those(count)} ${is(count)} still answering, and can save nothing more.`],
        [
          work.toSign,
          (count) =>
            `${those(count)} ${is(count)} waiting for a signature: what is complete can be sent back, but not signed.`,
        ],
        [work.submitted, (count) => `${those(count)} ${has(count)} submitted: nothing changes there.`],
        ended,
      ];
    case 'withdraw':
      return [[work.notBegun, (count) => `${those(count)} will not be asked in it. None has begun.`]];
  }
}

function groupsOfPlanning(step: WholeStep, work: PlanningWork): Group[] {
  const footprint = (count: number) => countOf(count, 'footprint');
  switch (step) {
    case 'open':
      return [
        [work.notBegun, (count) => `${footprint(count)} can begin the roadmap of this round.`],
        [
          work.before.beingWritten,
          (count) =>
            `${formatNumber(count)} of them ${is(count)} writing a roadmap of another round: once this one is begun there, that draft can only be read.`,
        ],
        [
          work.before.toAnswer,
          (count) =>
            `${formatNumber(count)} of them ${has(count)} changes to make in a roadmap of another round: once this one is begun there, they can no longer be made.`,
        ],
        [
          work.before.toPublish,
          (count) =>
            `${formatNumber(count)} of them can publish a roadmap of another round, until this one is submitted there.`,
        ],
        [
          work.beingWritten,
          (count) => `${footprint(count)} that ${begun(count)} can freeze and submit a first version.`,
        ],
        [work.beingEndorsed, (count) => `${footprint(count)} can submit what the members endorse.`],
        [work.submitted, (count) => `${footprint(count)} ${has(count)} submitted: nothing changes there.`],
        ...notWorkingInIt(work),
      ];
    case 'close':
      return [
        [work.notBegun, (count) => `${footprint(count)} ${has(count)} not begun, and cannot any more.`],
        [
          work.beingWritten,
          (count) =>
            `${footprint(count)} ${is(count)} writing a first version: it can be written on, but not frozen or submitted.`,
        ],
        [
          work.beingEndorsed,
          (count) =>
            `${footprint(count)} ${has(count)} a first version with the members: they can endorse it, but it cannot be submitted.`,
        ],
        [work.submitted, (count) => `${footprint(count)} ${has(count)} submitted: nothing changes there.`],
        ...notWorkingInIt(work),
        ...work.next.map(
          ({ label, count: able }): Group => [
            able,
            (count) => `${footprint(count)} can work on a roadmap in “${label}” instead, which is open.`,
          ],
        ),
      ];
    case 'withdraw':
      return [
        [work.notBegun + work.elsewhere, (count) => `${footprint(count)} will not be asked in it. None has begun.`],
      ];
  }
}

/** Those who are asked in the round, for whom no step about it changes anything. */
function notWorkingInIt({ elsewhere, goneOn }: PlanningWork): Group[] {
  const footprint = (count: number) => countOf(count, 'footprint');
  return [
    [
      elsewhere,
      (count) =>
        `${footprint(count)} ${has(count)} not begun in it, and ${count === 1 ? 'works' : 'work'} in another round: nothing changes there.`,
    ],
    [
      goneOn,
      (count) =>
        `${footprint(count)} that began in it ${has(count)} gone on to another round, or ${has(count)} ended: nothing changes there.`,
    ],
  ];
}

const is = (count: number) => (count === 1 ? 'is' : 'are');
const has = (count: number) => (count === 1 ? 'has' : 'have');
const begun = (count: number) => `${has(count)} begun`;
