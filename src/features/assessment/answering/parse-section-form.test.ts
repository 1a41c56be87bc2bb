import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getSection } from '../../programme/index.ts';
import { fixtureInstrument } from '../../scoring/testing/fixture-instrument.ts';
import { levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';
import { commentLimit, parseSectionForm } from './parse-section-form.ts';

const instrument = fixtureInstrument();

function parse(form: Record<string, unknown>, sectionId = 'strategy', careSetting = 'acute') {
  return parseSectionForm(instrument, getSection(instrument, sectionId), careSetting, form);
}

const wholeForm = {
  _csrf: 'ignored',
  'answer-SA1': 'agree',
  'comment-SA1': '  Signed off in March\r\nand reviewed yearly ',
  'revision-SA1': '3',
  'comment-SA2': '',
  'revision-SA2': '0',
  'answer-SA3': 'not-applicable',
  'comment-SA3': 'No partners yet',
  'revision-SA3': '1',
};

describe('a good form', () => {
  test('gives an answer for each question, unanswered ones included', () => {
    expect(parse(wholeForm)).toEqual({
      kind: 'ok',
      answers: [
        {
          questionId: 'SA1',
          value: { kind: 'option', optionId: 'agree' },
          comment: 'Signed off in March\nand reviewed yearly',
          desired: null,
          revision: 3,
        },
        { questionId: 'SA2', value: null, comment: '', desired: null, revision: 0 },
        {
          questionId: 'SA3',
          value: { kind: 'not-applicable' },
          comment: 'No partners yet',
          desired: null,
          revision: 1,
        },
      ],
    });
  });

  test('a question with no field is left as it is', () => {
    const result = parse({ 'answer-SA2': 'neither', 'revision-SA2': '2' });
    expect(result).toMatchObject({ kind: 'ok', answers: [{ questionId: 'SA2', revision: 2 }] });
  });

  test('questions of another care setting or section are ignored', () => {
    const form = { 'answer-RA4': '0', 'revision-RA4': '0', 'answer-SA1': 'agree', 'revision-SA1': '0' };
    expect(parse(form, 'records', 'acute')).toEqual({ kind: 'ok', answers: [] });
    expect(parse(form, 'records', 'community')).toMatchObject({ answers: [{ questionId: 'RA4' }] });
  });

  test('a comment may be as long as the limit, in characters and not in bytes', () => {
    const comment = '🏥'.repeat(commentLimit);
    expect(parse({ 'comment-SA1': comment, 'revision-SA1': '0' })).toMatchObject({ answers: [{ comment }] });
  });
});

describe('a form with errors', () => {
  test('reports all of them, each at its field, and keeps what was typed', () => {
    const long = 'a'.repeat(commentLimit + 345);
    const form = { ...wholeForm, 'answer-SA1': 'not-applicable', 'comment-SA2': long, 'answer-SA3': '81-100' };
    expect(parse(form)).toEqual({
      kind: 'errors',
      errors: [
        { field: 'answer-SA1', message: 'Choose one of the answers listed for question SA1' },
        {
          field: 'comment-SA2',
          message: 'The comment on question SA2 must be 2,000 characters or fewer; it has 2,345',
        },
        { field: 'answer-SA3', message: 'Choose one of the answers listed for question SA3' },
      ],
      typed: {
        SA1: {
          choices: ['not-applicable'],
          comment: 'Signed off in March\nand reviewed yearly',
          desired: '',
          revision: '3',
        },
        SA2: { choices: [], comment: long, desired: '', revision: '0' },
        SA3: { choices: ['81-100'], comment: 'No partners yet', desired: '', revision: '1' },
      },
    });
  });

  test.each([undefined, '', '-1', '1.5', 'x', '9999999999', 3, ['1', '2'], {}])(
    'revision %j is not guessed',
    (posted) => {
      const result = parse({ 'answer-SA1': 'agree', 'revision-SA1': posted });
      expect(result).toMatchObject({ kind: 'errors', errors: [{ field: 'revision-SA1' }] });
    },
  );

  test.each([[['agree', 'disagree']], [{ toString: 'agree' }], [7], [true]])(
    'a choice of %j is refused, not read as text',
    (posted) => {
      const result = parse({ 'answer-SA1': posted, 'revision-SA1': '0' });
      expect(result).toMatchObject({ kind: 'errors', errors: [{ field: 'answer-SA1' }] });
    },
  );

  test('a comment posted twice is refused and its last text shown back', () => {
    const result = parse({ 'comment-SA1': ['one', 'two'], 'revision-SA1': '0' });
    expect(result).toMatchObject({ kind: 'errors', errors: [{ field: 'comment-SA1' }] });
    expect(result).toMatchObject({ typed: { SA1: { comment: 'two' } } });
  });

  test('inherited fields are not read', () => {
    expect(parse(Object.create({ 'answer-SA1': 'agree', 'revision-SA1': '0' }))).toEqual({ kind: 'ok', answers: [] });
  });

  test('characters a database refuses are taken out', () => {
    const result = parse({ 'comment-SA1': 'a\u0000b\u0007c\td\ud800', 'revision-SA1': '0' });
    expect(result).toMatchObject({ kind: 'ok', answers: [{ comment: 'abc\td\ufffd' }] });
  });
});

describe('a question with levels', () => {
  const levelled = levelledInstrument();
  const parseLevels = (form: Record<string, unknown>) =>
    parseSectionForm(levelled, getSection(levelled, 'leadership'), 'acute', form);

  test.each([
    ['what is ticked, in the order of the levels', ['WL1-3-1', 'WL1-2-1'], ['WL1-2-1', 'WL1-3-1']],
    ['one element alone', 'WL1-2-2', ['WL1-2-2']],
    ['that nothing is met', 'none', []],
  ])('is answered by %s', (_case, posted, met) => {
    expect(parseLevels({ 'answer-WL1': posted, 'revision-WL1': '0' })).toMatchObject({
      kind: 'ok',
      answers: [{ questionId: 'WL1', value: { kind: 'elements', met } }],
    });
  });

  test('is not answered while nothing is ticked', () => {
    expect(parseLevels({ 'revision-WL1': '3' })).toMatchObject({ answers: [{ value: null, revision: 3 }] });
  });

  test('may be not applicable where the instrument says so', () => {
    expect(parseLevels({ 'answer-WL2': 'not-applicable', 'revision-WL2': '0' })).toMatchObject({
      answers: [{ value: { kind: 'not-applicable' } }],
    });
    expect(parseLevels({ 'answer-WL1': 'not-applicable', 'revision-WL1': '0' })).toMatchObject({ kind: 'errors' });
  });

  test.each([
    ['none beside an element', 'WL1', ['WL1-2-1', 'none']],
    ['not applicable beside an element', 'WL2', ['WL2-2-1', 'not-applicable']],
    ['none and not applicable', 'WL2', ['none', 'not-applicable']],
    ['a level', 'WL1', '3'],
    ['an element of another question', 'WL1', 'WL2-2-1'],
    ['what is no text', 'WL1', [7]],
  ])('refuses %s, and keeps what was ticked', (_case, id, posted) => {
    const result = parseLevels({ [`answer-${id}`]: posted, [`revision-${id}`]: '0' });
    expect(result).toMatchObject({ kind: 'errors', errors: [{ field: `answer-${id}` }] });
    if (!Array.isArray(posted) || posted.every((each) => typeof each === 'string')) {
      expect(result).toMatchObject({ typed: { [id]: { choices: [posted].flat() } } });
    }
  });
});

describe('a desired level', () => {
  const asking = { ...levelledInstrument(), asksDesiredLevels: true };
  const parseDesired = (form: Record<string, unknown>, asked = asking) =>
    parseSectionForm(asked, getSection(asked, 'leadership'), 'acute', form);

  test('is read where the instrument asks for it, also without an answer', () => {
    const form = {
      'answer-WL1': 'none',
      'desired-WL1': '4',
      'revision-WL1': '0',
      'desired-WL2': '2',
      'revision-WL2': '1',
    };
    expect(parseDesired(form)).toMatchObject({
      kind: 'ok',
      answers: [
        { questionId: 'WL1', value: { kind: 'elements', met: [] }, desired: '4' },
        { questionId: 'WL2', value: null, desired: '2' },
      ],
    });
    expect(parseDesired({ 'desired-WL1': '', 'revision-WL1': '0' })).toMatchObject({ answers: [{ desired: null }] });
  });

  test('is none where it is not asked for', () => {
    const form = { 'desired-WL1': '4', 'revision-WL1': '0' };
    expect(parseDesired(form, levelledInstrument())).toMatchObject({ kind: 'ok', answers: [{ desired: null }] });
  });

  test.each(['6', 'WL1-2-1', 'not-applicable'])('of %s is refused, and what was chosen is kept', (posted) => {
    expect(parseDesired({ 'desired-WL1': posted, 'revision-WL1': '0' })).toMatchObject({
      kind: 'errors',
      errors: [{ field: 'desired-WL1', message: 'Choose one of the levels listed for question WL1' }],
      typed: { WL1: { desired: posted } },
    });
  });
});

describe('properties', () => {
  const field = fc.oneof(
    fc.constantFrom('answer-SA1', 'comment-SA1', 'revision-SA1', 'answer-SA3', 'comment-SA3', 'revision-SA3'),
    fc.string(),
  );

  test('whatever is posted, it answers without throwing and never yields both answers and errors', () => {
    fc.assert(
      fc.property(fc.dictionary(field, fc.anything({ withNullPrototype: true })), (form) => {
        const result = parse(form);
        if (result.kind === 'errors') {
          expect(result.errors.length).toBeGreaterThan(0);
        } else {
          expect(result.answers.every(({ comment }) => [...comment].length <= commentLimit)).toBe(true);
        }
      }),
    );
  });

  test('a good choice and comment come back as they were typed', () => {
    const choice = fc.constantFrom('', 'disagree', 'mostly-disagree', 'neither', 'mostly-agree', 'agree');
    const comment = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.trim());
    fc.assert(
      fc.property(choice, comment, fc.nat(), (chosen, text, revision) => {
        const form = { 'answer-SA1': chosen, 'comment-SA1': text, 'revision-SA1': String(revision % 1_000_000) };
        const value = chosen === '' ? null : { kind: 'option', optionId: chosen };
        const answer = { questionId: 'SA1', value, comment: text, desired: null, revision: revision % 1_000_000 };
        expect(parse(form)).toEqual({ kind: 'ok', answers: [answer] });
      }),
    );
  });
});
