import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Model } from 'survey-core';
import { type Instrument, instrumentWrittenAs } from '../../src/features/programme/index.ts';
import { type Answer, assessmentScorer } from '../../src/features/scoring/index.ts';
import type { BenchRow } from '../row.ts';
import {
  asInstrument,
  asSurvey,
  type BenchQuestion,
  type BenchTheme,
  options,
  questionnaireOf,
} from './questionnaire.ts';

const SIZES = [140, 400];
const ROUNDS = 7;
const LOADS = 20;
const CHANGES = { ours: 2000, peer: 20 };
const KEPT = 20;
/** Chosen everywhere at first. */
const first = 75;

/**
 * Our engine beside SurveyJS, which people build questionnaires with: the same questions, conditions and means, the same answers, in turns
 * within one run. Ours begins with an instrument as it is kept and works everything out anew after each answer; the peer begins with its
 * model as JSON and knows itself what to work out.
 */
export function benchScoring(): BenchRow[] {
  return SIZES.flatMap((size) => {
    const themes = questionnaireOf(size);
    expectSameScores(themes);
    return [loading(size, themes), recomputing(size, themes), remembering(size, themes)];
  });
}

function loading(size: number, themes: readonly BenchTheme[]): BenchRow {
  const { ours, peer } = inTurns(
    () => timeOf(LOADS, () => assessmentScorer(loadOurs(themes), 'acute')),
    () => timeOf(LOADS, () => loadPeer(themes)),
  );
  return rowOf(`Load a questionnaire of ${size} questions`, ours, peer, 20);
}

function recomputing(size: number, themes: readonly BenchTheme[]): BenchRow {
  const scoresOf = assessmentScorer(loadOurs(themes), 'acute');
  const survey = answered(themes);
  const questions = themes.flatMap(({ sections }) => sections.flatMap((section) => section.questions));
  // Others hang on the first of each section: with another answer to one of them more would change than an answer.
  const free = questions.filter(
    ({ id, hangsOn }) => hangsOn === null && !questions.some((each) => each.hangsOn === id),
  );
  const given = questions.map(({ id }) => answerTo(id, first));
  const places = new Map(questions.map(({ id }, place) => [id, place]));
  const [ourChanges, peerChanges] = [changesOf(free), changesOf(free)];
  const { ours, peer } = inTurns(
    () =>
      timeOf(CHANGES.ours, () => {
        const { id, option } = ourChanges.next().value;
        given[places.get(id) ?? 0] = answerTo(id, option);
        return scoresOf(given).overall.score;
      }),
    () =>
      timeOf(CHANGES.peer, () => {
        const { id, option } = peerChanges.next().value;
        survey.setValue(id, option);
        return survey.getVariable('overall');
      }),
  );
  return rowOf(`Work out all scores after an answer to one of ${size} questions`, ours, peer, 200);
}

interface Change {
  readonly id: string;
  readonly option: number;
}

/** One question after the other is answered otherwise than before, again and again. */
function* changesOf(questions: readonly BenchQuestion[]): Generator<Change, never> {
  for (let round = 0; ; round += 1) {
    for (const { id } of questions) {
      yield { id, option: round % 2 === 0 ? 100 : 50 };
    }
  }
}

function remembering(size: number, themes: readonly BenchTheme[]): BenchRow {
  const ours = kilobytesOf(() => assessmentScorer(loadOurs(themes), 'acute'));
  const peer = kilobytesOf(() => loadPeer(themes));
  return {
    name: `Memory of a loaded questionnaire of ${size} questions`,
    ours: `${ours.toFixed(0)} kB`,
    against: `${peer.toFixed(0)} kB (SurveyJS)`,
    ratio: peer / ours,
    toReach: 10,
  };
}

function loadOurs(themes: readonly BenchTheme[]): Instrument {
  return instrumentWrittenAs(asInstrument(themes));
}

function loadPeer(themes: readonly BenchTheme[]): Model {
  return new Model(asSurvey(themes));
}

/** The peer with one option chosen everywhere. */
function answered(themes: readonly BenchTheme[]): Model {
  const survey = loadPeer(themes);
  const questions = themes.flatMap(({ sections }) => sections.flatMap((section) => section.questions));
  survey.data = Object.fromEntries(questions.map(({ id }) => [id, first]));
  return survey;
}

function answerTo(questionId: string, option: number): Answer {
  return { questionId, value: { kind: 'option', optionId: String(option) }, comment: '' };
}

/** What is compared has to be the same: both come to one overall score, whatever is answered and so asked. */
function expectSameScores(themes: readonly BenchTheme[]): void {
  const scoresOf = assessmentScorer(loadOurs(themes), 'acute');
  const survey = loadPeer(themes);
  const questions = themes.flatMap(({ sections }) => sections.flatMap((section) => section.questions));
  for (const seed of [1, 2, 3]) {
    const chosen = questions.map(({ id }, index) => ({
      id,
      option: options[(index * 7 + seed * 3) % options.length] ?? 0,
    }));
    const answers = chosen.map(({ id, option }) => answerTo(id, option));
    const ours = scoresOf(answers).overall.score ?? Number.NaN;
    survey.data = Object.fromEntries(chosen.map(({ id, option }) => [id, option]));
    const peer = Number(survey.getVariable('overall'));
    if (!(Math.abs(ours - peer) < 1e-9)) {
      throw new Error(`Ours comes to ${ours}, the peer to ${peer}`);
    }
  }
}

/** Milliseconds for one, of so many. */
function timeOf(count: number, act: () => unknown): number {
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) {
    act();
  }
  return (performance.now() - begun) / count;
}

/** The fastest of some rounds of both, one after the other: whatever else the machine does can only add to a round. */
function inTurns(ours: () => number, peer: () => number): { readonly ours: number; readonly peer: number } {
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: ours(), peer: peer() }));
  return {
    ours: Math.min(...rounds.map((round) => round.ours)),
    peer: Math.min(...rounds.map((round) => round.peer)),
  };
}

function rowOf(name: string, ours: number, peer: number, toReach: number): BenchRow {
  const words = (milliseconds: number) => `${milliseconds.toPrecision(3)} ms`;
  return { name, ours: words(ours), against: `${words(peer)} (SurveyJS)`, ratio: peer / ours, toReach };
}

/** What one of them adds to the heap, by how much several do. */
function kilobytesOf(make: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const kept: unknown[] = [make()];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < KEPT; index += 1) {
    kept.push(make());
  }
  collect();
  const used = process.memoryUsage().heapUsed - before;
  return kept.length === KEPT + 1 ? used / KEPT / 1000 : Number.NaN;
}
