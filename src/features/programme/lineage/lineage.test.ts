import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import type { Instrument, LineageKind, Question, QuestionLineage } from '../instrument.ts';
import { sectionsOf } from '../programme-lookups.ts';
import { readProgrammePack } from '../read-programme-pack.ts';
import { commonQuestions, lineageOf } from './lineage.ts';

const agreement = {
  id: 'agreement',
  label: 'Agree?',
  scored: true,
  options: [
    { id: 'no', label: 'No', score: 0 },
    { id: 'yes', label: 'Yes', score: 100 },
  ],
};

function question(id: string, lineage: QuestionLineage | null = null, changes: Partial<Question> = {}): Question {
  const plain = {
    title: null,
    text: `Question ${id}`,
    help: '',
    evidence: [],
    levels: [],
    careSettings: [],
    when: null,
  };
  return {
    id,
    scale: 'agreement',
    ...plain,
    notApplicable: false,
    weight: 1,
    lineage,
    standing: 'inferred',
    ...changes,
  };
}

function instrument(id: string, follows: string | null, questions: readonly Question[]): Instrument {
  const section = { id: 'all', number: 1, title: 'All', description: '', answeredBy: '', weight: 1, questions };
  return {
    id,
    version: '1',
    title: id,
    follows: follows === null ? null : { instrument: follows, drops: [], standing: 'stated' },
    returns: 'per-organisation',
    scales: [agreement, { id: 'note', label: 'Note', scored: false, options: [] }],
    themes: [
      {
        id: 'theme',
        title: 'Theme',
        description: '',
        answered: 'setting',
        sharedInGroup: false,
        weight: 1,
        sections: [section],
      },
    ],
    notApplicableNeedsReason: false,
    asksDesiredLevels: false,
    scoring: {
      id: 'mean',
      label: 'The mean.',
      theme: 'mean-of-sections',
      gates: [],
      scale: { least: 0, most: 100, decimals: 0 },
    },
    provenance: '',
    declaration: '',
    signing: { roles: ['executive'], who: 'an executive', boardApproval: 'not-asked' },
    draftsReadBy: [],
  };
}

const from = (kind: LineageKind, ...ids: string[]): QuestionLineage => ({
  kind,
  from: ids,
  isComparable: kind === 'same',
  comparableIn: [],
});
const questionsOf = (one: Instrument) => sectionsOf(one).flatMap(({ questions }) => questions);
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);

describe('what became of the questions', () => {
  const first = instrument('first', null, [question('A'), question('B'), question('C'), question('D')]);
  const second = instrument('second', 'first', [
    question('A', from('same', 'A')),
    question('BC', from('wider', 'B', 'C')),
    question('N'),
  ]);
  const third = instrument('third', 'second', [
    question('A1', from('narrower', 'A')),
    question('BC', from('same', 'BC')),
    question('BC1', from('narrower', 'BC')),
    question('N', from('same', 'N')),
  ]);
  const pack = { instruments: [first, second, third] };
  const shown = (later: Instrument, earlier: Instrument) =>
    lineageOf(pack, later, earlier)?.pairs.map((pair) => [
      pair.question.id,
      pair.kind,
      ids(pair.from),
      pair.isComparable,
    ]);

  it('from one instrument to the next is as it is written', () => {
    expect(shown(second, first)).toEqual([
      ['A', 'same', ['A'], true],
      ['BC', 'wider', ['B', 'C'], false],
    ]);
    const lineage = lineageOf(pack, second, first);
    expect([ids(lineage?.added ?? []), ids(lineage?.dropped ?? []), lineage?.standing]).toEqual([
      ['N'],
      ['D'],
      'stated',
    ]);
  });

  it('over one in between is joined; narrower of what was wider is no lineage', () => {
    expect(shown(third, first)).toEqual([
      ['A1', 'narrower', ['A'], false],
      ['BC', 'wider', ['B', 'C'], false],
    ]);
    expect(ids(lineageOf(pack, third, first)?.added ?? [])).toEqual(['BC1', 'N']);
  });

  it('is none backwards, nor between instruments of which neither follows the other', () => {
    expect(lineageOf(pack, first, second)).toBeNull();
    expect(lineageOf(pack, instrument('other', null, [question('A')]), first)).toBeNull();
  });

  it('between versions of one instrument goes by words and scale', () => {
    const changed = instrument('first', null, [
      question('A'),
      question('B', null, { text: 'Another question' }),
      question('C', null, { scale: 'note' }),
      question('E'),
    ]);
    const lineage = lineageOf(pack, { ...changed, version: '2' }, first);
    expect(lineage?.pairs.map((pair) => [pair.question.id, pair.kind])).toEqual([['A', 'same']]);
    expect([ids(lineage?.added ?? []), ids(lineage?.dropped ?? []), lineage?.standing]).toEqual([
      ['B', 'C', 'E'],
      ['B', 'C', 'D'],
      null,
    ]);
  });

  it('is comparable in the care settings alone that every step names', () => {
    const by = (...comparableIn: string[]): QuestionLineage => ({ ...from('same', 'A'), comparableIn });
    const older = instrument('older', null, [question('A')]);
    const middle = instrument('middle', 'older', [question('A', by('acute', 'community'))]);
    const newer = instrument('newer', 'middle', [question('A', by('community', 'ambulance'))]);
    const last = instrument('last', 'newer', [question('A', by('ambulance'))]);
    const programme = { instruments: [older, middle, newer, last] };
    const comparable = (later: Instrument, earlier: Instrument) =>
      ['acute', 'community', 'ambulance'].filter((careSetting) => {
        const lineage = lineageOf(programme, later, earlier);
        const put = (asked: Instrument) => ({ instrument: asked, careSetting });
        return lineage !== null && commonQuestions(lineage, put(later), put(earlier)).length === 1;
      });
    expect(comparable(middle, older)).toEqual(['acute', 'community']);
    expect(comparable(newer, older)).toEqual(['community']);
    expect(comparable(last, older)).toEqual([]);
    expect(lineageOf(programme, last, older)?.pairs).toMatchObject([{ isComparable: false, comparableIn: [] }]);
  });

  it('is common where both were put to the organisation and both score', () => {
    const before = instrument('before', null, [
      question('A'),
      question('V', null, { careSettings: ['ambulance'] }),
      question('X', null, { scale: 'note' }),
    ]);
    const after = instrument('after', 'before', [
      question('A', from('same', 'A'), { careSettings: ['acute'] }),
      question('V', from('same', 'V')),
      question('X', from('same', 'X'), { scale: 'note' }),
    ]);
    const lineage = lineageOf({ instruments: [before, after] }, after, before);
    const common = (later: string, earlier: string) =>
      commonQuestions(
        lineage ?? { pairs: [], added: [], dropped: [], standing: null },
        { instrument: after, careSetting: later },
        { instrument: before, careSetting: earlier },
      ).map((pair) => pair.later.id);
    expect([common('acute', 'acute'), common('acute', 'ambulance'), common('ambulance', 'ambulance')]).toEqual([
      ['A'],
      ['A', 'V'],
      ['V'],
    ]);
  });
});

/** A chain of instruments, each of whose questions came from some of the one before, or none. */
const chains = fc
  .array(
    fc.array(
      fc.tuple(fc.constantFrom<LineageKind>('same', 'narrower', 'wider'), fc.array(fc.nat(7), { maxLength: 3 })),
      { minLength: 1, maxLength: 8 },
    ),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  .map((levels) =>
    levels.map((questions, level) =>
      instrument(
        `i${level}`,
        level === 0 ? null : `i${level - 1}`,
        questions.map(([kind, sources], index) => {
          const known = [...new Set(sources)].filter((source) => source < (levels[level - 1]?.length ?? 0));
          const taken = (kind === 'same' ? known.slice(0, 1) : known).map((source) => `q${source}`);
          return question(`q${index}`, level === 0 || taken.length === 0 ? null : from(kind, ...taken));
        }),
      ),
    ),
  );

describe('any chain of instruments', () => {
  it('loses no question and invents none', () => {
    fc.assert(
      fc.property(chains, (instruments) => {
        const [first] = instruments;
        const last = instruments.at(-1);
        const lineage = first && last ? lineageOf({ instruments }, last, first) : null;
        if (!first || !last || lineage === null) {
          throw new Error('each follows the one before');
        }
        const { pairs, added, dropped } = lineage;
        const now = questionsOf(last);
        expect(now.filter((each) => added.includes(each) !== pairs.every((pair) => pair.question !== each))).toEqual(
          [],
        );
        const taken = new Set(pairs.flatMap((pair) => pair.from));
        expect(questionsOf(first).filter((each) => taken.has(each) === dropped.includes(each))).toEqual([]);
        expect(pairs.every((pair) => pair.from.length > 0 && (pair.from.length === 1 || pair.kind !== 'same'))).toBe(
          true,
        );
        expect(pairs.every((pair) => pair.isComparable === (pair.kind === 'same'))).toBe(true);
      }),
    );
  });

  it('is the same where it is the same at every step, and only there', () => {
    fc.assert(
      fc.property(chains, (instruments) => {
        const [first] = instruments;
        const last = instruments.at(-1);
        const lineage = first && last ? lineageOf({ instruments }, last, first) : null;
        const sameAllTheWay = questionsOf(last ?? instrument('', null, [])).filter((each) => {
          let at: Question | undefined = each;
          for (const before of instruments.slice(0, -1).toReversed()) {
            const source: QuestionLineage | null | undefined = at?.lineage;
            at = source?.kind === 'same' ? questionsOf(before).find(({ id }) => id === source.from[0]) : undefined;
          }
          return at !== undefined;
        });
        const same = lineage?.pairs.filter(({ kind }) => kind === 'same').map((pair) => pair.question);
        expect(same).toEqual(sameAllTheWay);
      }),
    );
  });

  it('of one instrument from itself is all of it, the same', () => {
    fc.assert(
      fc.property(chains, (instruments) => {
        for (const one of instruments) {
          const lineage = lineageOf({ instruments }, one, one);
          expect(lineage?.pairs.map((pair) => [pair.question, ...pair.from])).toEqual(
            questionsOf(one).map((each) => [each, each]),
          );
        }
      }),
    );
  });
});

it('is the same for an instrument as for another copy of it, which is compared word by word', async () => {
  const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  const [first, second] = pack.instruments;
  if (first === undefined || second === undefined) {
    throw new Error('The pack has two instruments');
  }
  for (const [later, earlier] of [
    [second, first],
    [first, second],
    [first, first],
    [second, second],
  ] as const) {
    const known = lineageOf(pack, later, earlier);
    expect(known).toEqual(lineageOf(pack, later, structuredClone(earlier)));
    expect(known === null).toBe(later === first && earlier === second);
  }
});
