import { countOf } from '../../views/format.ts';
import type { Instrument } from '../programme/index.ts';
import { levelReached } from '../scoring/index.ts';
import {
  type AnsweredQuestion,
  type AnsweredSection,
  isBare,
  labelOf,
  lacksNote,
  nameOf,
} from './answered-questions.ts';
import type { Found } from './sense-check.ts';

/** Of fewer, the same answer to all is nothing remarkable. */
const FEWEST_ALIKE = 4;

/** What the answers of one section have to be asked, by themselves. */
export function foundWithin(instrument: Pick<Instrument, 'notApplicableNeedsReason'>, part: AnsweredSection): Found[] {
  return [
    // Where the instrument has the reason given, a question without it is not answered yet.
    ...(instrument.notApplicableNeedsReason ? [] : withoutReason(part)),
    ...nothingApplies(part),
    ...levelsLeftOut(part),
    ...allTheSame(part),
  ];
}

function withoutReason({ section, answered }: AnsweredSection): Found[] {
  return answered
    .filter(({ option, answer }) => option === null && lacksNote(answer))
    .map(({ question }) => ({
      kind: 'no-reason',
      sectionId: section.id,
      questionIds: [question.id],
      asks: `${nameOf(question)}, is marked as not applicable, and no note says why. Why does it not apply to you?`,
    }));
}

function nothingApplies({ section, answered, asked }: AnsweredSection): Found[] {
  const isEmpty = asked > 0 && answered.length === asked && answered.every(({ option }) => option === null);
  return isEmpty
    ? [
        {
          kind: 'nothing-applies',
          sectionId: section.id,
          questionIds: idsOf(answered),
          asks: `Every question in “${section.title}” is marked as not applicable, so the section will have no score. Does none of it apply to you?`,
        },
      ]
    : [];
}

/** Elements that are met above a level that is not reached count for nothing, and may show a tick that was forgotten. */
function levelsLeftOut({ section, answered }: AnsweredSection): Found[] {
  return answered.flatMap(({ question, scale, answer: { value } }): Found[] => {
    if (value.kind !== 'elements') {
      return [];
    }
    const { tally } = levelReached(question.levels, value.met);
    const next = tally.findIndex(({ met, of }) => met < of);
    const highest = tally.findLastIndex(({ met }) => met > 0);
    const [short, above] = [tally[next], tally[highest]];
    if (short === undefined || above === undefined || highest <= next) {
      return [];
    }
    const left = `${short.of - short.met} of ${countOf(short.of, 'statement')}`;
    return [
      {
        kind: 'level-left-out',
        sectionId: section.id,
        questionIds: [question.id],
        asks: `In ${nameOf(question)}, you meet something of ${labelOf(scale, above.option)}, but not ${left} of ${labelOf(scale, short.option)}, so it counts for nothing yet. Is ${labelOf(scale, short.option)} as you mean it?`,
      },
    ];
  });
}

/** One answer all the way down is often given without reading, and sometimes true. */
function allTheSame({ section, answered }: AnsweredSection): Found[] {
  const applicable = answered.filter(({ option }) => option !== null);
  return [...Map.groupBy(applicable, ({ scale }) => scale.id).values()].flatMap((alike): Found[] => {
    const [first] = alike;
    const isTold =
      alike.length >= FEWEST_ALIKE && alike.every(({ option, answer }) => option === first?.option && isBare(answer));
    return isTold && first !== undefined && first.option !== null
      ? [
          {
            kind: 'all-the-same',
            sectionId: section.id,
            questionIds: idsOf(alike),
            asks: `In “${section.title}”, ${countOf(alike.length, 'question')} have the same answer, “${labelOf(first.scale, first.option)}”, and none has a note or evidence. Is it right for each of them?`,
          },
        ]
      : [];
  });
}

function idsOf(answered: readonly AnsweredQuestion[]): string[] {
  return answered.map(({ question }) => question.id);
}
