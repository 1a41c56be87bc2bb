import { type Instrument, type ScoreScale, sectionsOf, type Theme } from '../../programme/index.ts';
import {
  type Answer,
  findAnswerProblems,
  type LevelReached,
  type ScoreNode,
  type StoredScore,
  scoreTree,
  sumsOfScores,
} from '../../scoring/index.ts';
import { optionLabel } from './answer-words.ts';
import { levelInWords } from './levels/level-words.ts';
import { sumInWords } from './sum-in-words.ts';

/** What a result rests on. */
export interface Basis {
  readonly careSetting: string;
  readonly scores: readonly StoredScore[];
  /** Null where whoever reads the result does not see the answers. */
  readonly answers: readonly Answer[] | null;
  /** Sections whose scores the reader does not see (`withheldSections`). */
  readonly withheld: ReadonlySet<string>;
}

export interface ShownSumRow {
  readonly id: string;
  readonly label: string;
  readonly sum: string;
}

/** One more than a score is printed with, so that a sum can be checked. */
export function decimalsOfSums({ decimals }: ScoreScale): number {
  return decimals + 1;
}

/**
 * How scores add up: overall and by theme from scores as they are kept; where the answers may be seen, every section too and what each
 * level rests on. Answers to another version of the instrument than the one given are left alone.
 */
export function sumRows(instrument: Instrument, { careSetting, scores, answers, withheld }: Basis): ShownSumRow[] {
  return answers === null || findAnswerProblems(instrument, careSetting, answers).length > 0
    ? rowsOfScores(instrument, scores, withheld)
    : sumsOfTree(instrument, scoreTree(instrument, careSetting, answers));
}

interface Labelled {
  readonly id: string;
  readonly label: string;
}

function rowsOfScores(instrument: Instrument, scores: Basis['scores'], withheld: Basis['withheld']): ShownSumRow[] {
  return sumsOfScores(instrument, scores, withheld).map((sum) => {
    const theme = instrument.themes.find(({ id }) => id === sum.id);
    return {
      id: sum.id,
      label: theme?.title ?? 'Overall',
      sum: inWords(instrument, sum, theme === undefined ? themeLabels(instrument) : partLabels(theme)),
    };
  });
}

/** Every sum of a tree, overall first; of questions those alone whose level has something to say. A row is known by level and id. */
export function sumsOfTree(instrument: Instrument, overall: ScoreNode): ShownSumRow[] {
  return [
    rowOf(instrument, overall, 'Overall', themeLabels(instrument)),
    ...overall.parts.flatMap((node) => rowsOfTheme(instrument, node)),
  ];
}

/** None of a theme in which nothing was asked. */
function rowsOfTheme(instrument: Instrument, node: ScoreNode): ShownSumRow[] {
  const theme = instrument.themes.find(({ id }) => id === node.id);
  if (theme === undefined || node.parts.length === 0) {
    return [];
  }
  const labels = partLabels(theme);
  return [node, ...node.parts.flatMap((section) => [section, ...section.parts])]
    .filter(({ sum, reached }) => sum !== null || reached !== null)
    .map((each) => rowOf(instrument, each, rowLabel(theme, each), labels));
}

/** A section with its number: some themes have one section, of the same title. */
function rowLabel(theme: Theme, { level, id }: ScoreNode): string {
  if (level === 'theme') {
    return theme.title;
  }
  const section = level === 'section' ? theme.sections.find((each) => each.id === id) : undefined;
  return section === undefined ? labelIn(partLabels(theme), id) : `${section.number}. ${section.title}`;
}

function rowOf(instrument: Instrument, node: ScoreNode, label: string, parts: readonly Labelled[]): ShownSumRow {
  const { level, id, sum, reached, score } = node;
  const words =
    sum === null
      ? [String(score ?? ''), ...(reached === null ? [] : [reasonOf(instrument, id, reached)])].join(': ')
      : inWords(instrument, sum, parts);
  return { id: `${level} ${id}`, label, sum: words };
}

function reasonOf(instrument: Instrument, questionId: string, reached: LevelReached): string {
  const question = sectionsOf(instrument)
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === questionId);
  return levelInWords(reached, (option) =>
    question === undefined ? option : optionLabel(instrument, question, option),
  );
}

function inWords({ scoring }: Instrument, sum: Parameters<typeof sumInWords>[0], parts: readonly Labelled[]): string {
  return sumInWords(sum, (id) => labelIn(parts, id), decimalsOfSums(scoring.scale));
}

function labelIn(parts: readonly Labelled[], id: string): string {
  return parts.find((part) => part.id === id)?.label ?? id;
}

function themeLabels({ themes }: Instrument): Labelled[] {
  return themes.map(({ id, title }) => ({ id, label: title }));
}

/** Sections by their titles, questions by their ids and what they are called in short. */
function partLabels({ sections }: Theme): Labelled[] {
  return [
    ...sections.map(({ id, title }) => ({ id, label: title })),
    ...sections.flatMap(({ questions }) =>
      questions.map(({ id, title }) => ({ id, label: title === null ? id : `${id}. ${title}` })),
    ),
  ];
}
