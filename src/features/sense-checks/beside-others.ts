import { rounded } from '../../platform/rounding.ts';
import { countOf } from '../../views/format.ts';
import { commonQuestions, type Instrument, type ProgrammePack, type Round } from '../programme/index.ts';
import {
  type Answer,
  type Distribution,
  type EarlierAnswers,
  optionReached,
  type SectionScore,
} from '../scoring/index.ts';
import { type AnsweredSection, isBare, labelOf, nameOf } from './answered-questions.ts';
import type { Found } from './sense-check.ts';

/** What the organisation answered in the last round, as questions that are the same go back to it. */
export type AnsweredBefore = Omit<EarlierAnswers, 'round' | 'desired'> & { readonly round: Pick<Round, 'label'> };

export interface SimilarResults {
  /** By section. */
  readonly spreads: ReadonlyMap<string, Distribution>;
  /** Whose they are, within a sentence: `acute organisations in 2017`. */
  readonly who: string;
}

/** Options of the scale by which an answer moves before it is asked what has changed. */
const LARGE_CHANGE = 2;

/** Of fewer organisations the spread says little. */
export const FEWEST_SIMILAR = 10;

/** How many times the width of the middle half a score lies beyond it to be called far: the fences of Tukey (1977). */
const FENCE = 1.5;

/** A published figure about the organisation, with the options of a question that it does not go together with. */
export interface FigureBeside {
  readonly questionId: string;
  readonly conflicts: readonly string[];
  /** What is asked then, with the figure. */
  readonly asks: string;
}

/** What the programme asks where answers hardly go together. */
export function inconsistenciesIn(
  consistencyRules: ProgrammePack['consistencyRules'],
  sections: readonly AnsweredSection[],
  answers: readonly Answer[],
): Found[] {
  const answered = optionsIn(sections, answers);
  return consistencyRules.flatMap(({ between, asks }): Found[] => {
    const isSo = between.every(({ question, is }) => is.includes(answered(question)?.option ?? ''));
    const questionIds = between.map(({ question }) => question);
    const last = answered(questionIds.at(-1) ?? '');
    return isSo && last !== undefined ? [{ kind: 'inconsistent', sectionId: last.sectionId, questionIds, asks }] : [];
  });
}

/** Answers that do not go together with what an official body published about the organisation. */
export function againstFigures(
  figures: readonly FigureBeside[],
  sections: readonly AnsweredSection[],
  answers: readonly Answer[],
): Found[] {
  const answered = optionsIn(sections, answers);
  return figures.flatMap(({ questionId, conflicts, asks }): Found[] => {
    const here = answered(questionId);
    return here !== undefined && conflicts.includes(here.option)
      ? [{ kind: 'against-figure', sectionId: here.sectionId, questionIds: [questionId], asks }]
      : [];
  });
}

/** The option that a question was answered with or reaches, and its section; undefined where it was not, or not with one. */
function optionsIn(sections: readonly AnsweredSection[], answers: readonly Answer[]) {
  const questions = new Map(
    sections.flatMap(({ section }) => section.questions.map((question) => [question.id, { question, section }])),
  );
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  return (id: string): { readonly option: string; readonly sectionId: string } | undefined => {
    const asked = questions.get(id);
    const option = asked === undefined ? null : optionReached(asked.question, given.get(id)?.value);
    return asked === undefined || option === null ? undefined : { option, sectionId: asked.section.id };
  };
}

/** Answers that moved far since the last round, where the same was asked and nothing says why. */
export function largeChanges(
  now: { readonly instrument: Instrument; readonly careSetting: string },
  sections: readonly AnsweredSection[],
  { lineage, instrument, careSetting, answers, round }: AnsweredBefore,
): Found[] {
  const before = new Map(answers.map(({ questionId, value }) => [questionId, value]));
  const sources = new Map(
    commonQuestions(lineage, now, { instrument, careSetting }).map(({ later, earlier }) => [later.id, earlier]),
  );
  return sections.flatMap(({ section, answered }) =>
    answered.flatMap(({ question, scale, option, answer }): Found[] => {
      const source = sources.get(question.id);
      const was = source === undefined ? null : optionReached(source, before.get(source.id));
      const places = scale.options.map(({ id }) => id);
      const [from, to] = [was, option].map((each) => (each === null ? -1 : places.indexOf(each)));
      const isFar =
        from !== undefined && to !== undefined && from >= 0 && to >= 0 && Math.abs(to - from) >= LARGE_CHANGE;
      return isFar && isBare(answer) && was !== null && option !== null
        ? [
            {
              kind: 'large-change',
              sectionId: section.id,
              questionIds: [question.id],
              asks: `In ${nameOf(question)}, your answer went from “${labelOf(scale, was)}” for “${round.label}” to “${labelOf(scale, option)}”, and nothing says why. What has changed?`,
            },
          ]
        : [];
    }),
  );
}

/** Sections whose score lies far from those of similar organisations. */
export function farFromSimilar(
  { scoring: { scale } }: Instrument,
  sections: readonly AnsweredSection[],
  scores: readonly SectionScore[],
  { spreads, who }: SimilarResults,
): Found[] {
  const bySection = new Map(scores.map((score) => [score.sectionId, score]));
  const inWords = (score: number) => rounded(score, scale.decimals).toFixed(scale.decimals);
  return sections.flatMap(({ section, answered }): Found[] => {
    const score = bySection.get(section.id);
    const spread = spreads.get(section.id);
    // Of an unfinished section the score may move yet.
    if (score === undefined || score.score === null || score.missing > 0) {
      return [];
    }
    if (spread === undefined || spread.n < FEWEST_SIMILAR) {
      return [];
    }
    const reach = (spread.q3 - spread.q1) * FENCE;
    const side = score.score > spread.q3 + reach ? 'above' : score.score < spread.q1 - reach ? 'below' : null;
    return side === null
      ? []
      : [
          {
            kind: 'far-from-similar',
            sectionId: section.id,
            questionIds: answered.map(({ question }) => question.id),
            asks: `“${section.title}” comes to ${inWords(score.score)}, far ${side} most: the middle half of ${countOf(spread.n, 'result')} of ${who} lies between ${inWords(spread.q1)} and ${inWords(spread.q3)}. What sets you apart?`,
          },
        ];
  });
}
