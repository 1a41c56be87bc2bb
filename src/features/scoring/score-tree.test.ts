import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gate, Instrument } from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';
import { type ScoreNode, scoreTree } from './score-tree.ts';
import { arbitraryAssessment, arbitraryCompleteAnswers } from './testing/arbitraries.ts';
import { answer, answers, fixtureInstrument } from './testing/fixture-instrument.ts';
import { weightedInstrument } from './testing/weighted-instrument.ts';

const withGates = (instrument: Instrument, ...gates: Gate[]): Instrument => ({
  ...instrument,
  scoring: { ...instrument.scoring, gates },
});

const boardGate: Gate = {
  question: 'SA1',
  below: 50,
  holds: 'readiness',
  most: 40,
  because: 'Without a strategy of the board nothing is ready.',
};

function nodesOf(node: ScoreNode): ScoreNode[] {
  return [node, ...node.parts.flatMap(nodesOf)];
}

const nodeOf = (tree: ScoreNode, id: string) => nodesOf(tree).find((node) => node.id === id);

describe('a sum', () => {
  const given = answers({ SA1: 'agree', SA2: 'mostly-agree', SA3: 'not-applicable', MM1: '21-40' });
  const tree = scoreTree(fixtureInstrument(), 'acute', given);

  it('has a term for each part with a score, and says why others have none', () => {
    expect(nodeOf(tree, 'strategy')?.sum).toEqual({
      terms: [
        { id: 'SA1', score: 100, weight: 1 },
        { id: 'SA2', score: 75, weight: 1 },
      ],
      leftOut: [{ id: 'SA3', because: 'not-applicable' }],
      mean: 87.5,
      heldBy: null,
    });
    expect(nodeOf(tree, 'medicines')?.sum?.leftOut).toEqual([{ id: 'MM2', because: 'missing' }]);
    expect(nodeOf(tree, 'SA1')).toMatchObject({ level: 'question', score: 100, sum: null, parts: [] });
  });

  it('has no mean while a part is missing that it cannot do without', () => {
    expect(tree.sum).toMatchObject({ mean: null, leftOut: [{ id: 'infrastructure', because: 'missing' }] });
    expect(tree.score).toBeNull();
  });

  it('leaves out questions that give context only', () => {
    expect(nodeOf(scoreTree(fixtureInstrument(), 'acute', answers({ RA5: 'yes' })), 'RA5')).toBeUndefined();
  });

  it('runs over the answers of a theme where the method says so, and over its sections otherwise', () => {
    const ofAnswers = scoreTree(fixtureInstrument('mean-of-answers'), 'acute', given);
    expect(nodeOf(ofAnswers, 'capabilities')?.sum?.terms.map(({ id }) => id)).toEqual(['MM1']);
    expect(nodeOf(tree, 'capabilities')?.sum?.terms.map(({ id }) => id)).toEqual(['medicines']);
  });

  it('comes to the mean that is shown, at every step of any assessment', () => {
    fc.assert(
      fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers: any }) => {
        const nodes = nodesOf(scoreTree(instrument, careSetting, any));
        for (const { score, sum, parts } of nodes.filter((node) => node.sum !== null && node.score !== null)) {
          const terms = sum?.terms ?? [];
          const total = terms.reduce((points, term) => points + term.weight * term.score, 0);
          expect(sum?.mean).toBe(total / terms.reduce((weights, { weight }) => weights + weight, 0));
          expect(score).toBe(sum?.heldBy?.most ?? sum?.mean);
          expect(terms.length + (sum?.leftOut.length ?? 0)).toBeGreaterThanOrEqual(Math.min(1, parts.length));
        }
      }),
    );
  });
});

describe('weights, as in a country that adds up points and weighs seven dimensions', () => {
  const instrument = weightedInstrument();
  const all = (optionId: string) =>
    instrument.themes.flatMap(({ sections }) =>
      sections.flatMap(({ questions }) => questions.map(({ id }) => answer(id, optionId))),
    );

  it('count points within a dimension, and dimensions by their weight', () => {
    // Structures 30 of 40 points, exchange 5 of 10, all else full: (0.25 x 75 + 0.2 x 50 + 0.55 x 100) = 83.75.
    const given = all('full').map((each) =>
      ['structures-2', 'exchange-1'].includes(each.questionId) ? answer(each.questionId, 'none') : each,
    );
    const tree = scoreTree(instrument, 'acute', given);
    expect(nodeOf(tree, 'structures')?.score).toBe(75);
    expect(nodeOf(tree, 'exchange')?.score).toBe(50);
    expect(tree.score).toBeCloseTo(83.75, 10);
    expect(tree.sum?.terms.map(({ weight }) => weight)).toEqual([0.25, 0.15, 0.2, 0.15, 0.2, 0.03, 0.02]);
  });

  it('give nothing for none and all for all', () => {
    expect(scoreTree(instrument, 'acute', all('none')).score).toBe(0);
    expect(scoreTree(instrument, 'acute', all('full')).score).toBeCloseTo(100, 10);
  });

  it('are shares: twice as much for everything changes nothing', () => {
    const twice = { ...instrument, themes: instrument.themes.map((theme) => ({ ...theme, weight: theme.weight * 2 })) };
    fc.assert(
      fc.property(arbitraryCompleteAnswers(instrument, 'acute'), (any) => {
        expect(scoreTree(twice, 'acute', any).score).toBe(scoreTree(instrument, 'acute', any).score);
      }),
    );
  });
});

describe('a gate', () => {
  const readiness = (given: readonly Answer[], ...gates: Gate[]) =>
    nodeOf(scoreTree(withGates(fixtureInstrument(), ...gates), 'acute', given), 'readiness');
  const low = answers({ SA1: 'mostly-disagree', SA2: 'agree', SA3: 'agree' });

  it('holds a score down while its question is answered too low, and says so beside what it would come to', () => {
    expect(readiness(low, boardGate)).toMatchObject({ score: 40, sum: { mean: 75, heldBy: boardGate } });
    expect(readiness(answers({ SA1: 'neither', SA2: 'agree', SA3: 'agree' }), boardGate)).toMatchObject({
      score: 250 / 3,
      sum: { heldBy: null },
    });
  });

  it('is the lowest of several, and none where the score is lower already or the question is open', () => {
    const lower = { ...boardGate, most: 30 };
    expect(readiness(low, boardGate, lower)?.sum?.heldBy).toEqual(lower);
    expect(readiness(low, { ...boardGate, most: 80 })?.sum?.heldBy).toBeNull();
    expect(readiness(answers({ SA2: 'agree', SA3: 'agree' }), boardGate)?.sum?.heldBy).toBeNull();
  });

  it('holds the overall score too, and what it holds counts as held further up', () => {
    const complete = answers({
      SA1: 'disagree',
      SA2: 'agree',
      SA3: 'agree',
      RA1: '81-100',
      RA2: 'structured',
      RA3: '96-100',
    });
    const rest = answers({ MM1: '81-100', MM2: '81-100', EI1: '81-100', EI2: 'agree' });
    const tree = (gate: Gate) => scoreTree(withGates(fixtureInstrument(), gate), 'acute', [...complete, ...rest]);
    expect(tree({ ...boardGate, holds: 'overall' }).score).toBe(40);
    expect(tree(boardGate).score).toBe((40 + 100 + 100) / 3);
  });

  it('never makes a better answer score lower', () => {
    const instrument = withGates(fixtureInstrument(), boardGate, { ...boardGate, holds: 'overall', most: 60 });
    const better = ['disagree', 'mostly-disagree', 'neither', 'mostly-agree', 'agree'];
    fc.assert(
      fc.property(arbitraryCompleteAnswers(instrument, 'acute'), (any) => {
        const scores = better.map((option) => {
          const changed = any.map((each) => (each.questionId === 'SA1' ? answer('SA1', option) : each));
          return scoreTree(instrument, 'acute', changed).score ?? Number.NaN;
        });
        expect([...scores].sort((a, b) => a - b)).toEqual(scores);
      }),
    );
  });
});
