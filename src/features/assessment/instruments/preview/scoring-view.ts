import {
  type Instrument,
  type Question,
  questionsFor,
  sectionQuestions,
  sectionsFor,
} from '../../../programme/index.ts';
import { type Answer, type ScoreNode, scoreTree } from '../../../scoring/index.ts';
import { notApplicableChoice } from '../../answering/parse-section-form.ts';
import { answerInWords, optionLabel } from '../../views/answer-words.ts';
import { scoreInWords } from '../../views/result-view.ts';
import { sumsOfTree } from '../../views/sum-rows.ts';
import { choicesFor, type Fill } from './made-up-answers.ts';

export interface ScoringRow {
  readonly id: string;
  readonly label: string;
  readonly level: ScoreNode['level'];
  readonly score: string;
  /** How it adds up; of a question its answer. */
  readonly sum: string;
}

export interface ScoredSection {
  readonly title: string;
  readonly questions: readonly {
    readonly id: string;
    readonly label: string;
    /** What was chosen for it; empty where it has what is filled in. */
    readonly chosen: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  }[];
}

export interface ScoringView {
  readonly title: string;
  readonly careSetting: string;
  readonly fill: Fill;
  readonly method: string;
  readonly overall: string;
  /** Overall, then each theme with its sections and their questions. */
  readonly rows: readonly ScoringRow[];
  readonly sections: readonly ScoredSection[];
  readonly hasChosen: boolean;
}

interface Made {
  readonly careSetting: string;
  readonly fill: Fill;
  readonly answers: readonly Answer[];
  readonly chosen: Readonly<Record<string, string>>;
}

/** The scores of made-up answers with the sum behind every one, and what can be chosen instead. */
export function scoringView(instrument: Instrument, { careSetting, fill, answers, chosen }: Made): ScoringView {
  const tree = scoreTree(instrument, careSetting, answers);
  const { scale, label } = instrument.scoring;
  const questions = new Map(questionsFor(instrument, careSetting).map((question) => [question.id, question]));
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const sums = new Map(sumsOfTree(instrument, tree).map((row) => [row.id, row]));
  const rowOf = (node: ScoreNode): ScoringRow => {
    const id = `${node.level} ${node.id}`;
    const question = node.level === 'question' ? questions.get(node.id) : undefined;
    const known = sums.get(id);
    return {
      id,
      label: question === undefined ? (known?.label ?? node.id) : labelOf(question),
      level: node.level,
      score: node.level === 'question' && node.score !== null ? String(node.score) : scoreInWords(node.score, scale),
      sum:
        question === undefined
          ? (known?.sum ?? 'Nothing is scored here')
          : answerInWords(instrument, question, given.get(node.id)?.value ?? null),
    };
  };
  return {
    title: `${instrument.title}, version ${instrument.version}`,
    careSetting,
    fill,
    method: label,
    overall: scoreInWords(tree.score, scale),
    rows: nodesOf(tree).map(rowOf),
    sections: sectionsFor(instrument, careSetting).map((section) => ({
      title: `${section.number}. ${section.title}`,
      questions: sectionQuestions(section, careSetting).map((question) => ({
        id: question.id,
        label: labelOf(question),
        chosen: chosen[question.id] ?? '',
        choices: choicesFor(instrument, question).map((choice) => ({
          value: choice,
          label: choice === notApplicableChoice ? 'Not applicable' : optionLabel(instrument, question, choice),
        })),
      })),
    })),
    hasChosen: Object.values(chosen).some((choice) => choice !== ''),
  };
}

function labelOf({ id, title, text }: Question): string {
  return `${id}. ${title ?? text}`;
}

function nodesOf(node: ScoreNode): ScoreNode[] {
  return [node, ...node.parts.flatMap(nodesOf)];
}
