import { describe, expect, it } from 'vitest';
import { parseBallot, parseOpenPoll, parsePollStep } from './parse-poll-forms.ts';

const offered = {
  questionIds: ['Q1', 'Q2'],
  colleagues: [{ personId: 'p1', email: 'p1@example.nhs.uk' }],
  sendsMail: true,
  today: '2016-01-04',
};
const addresses = ['a', 'b', 'c', 'd'].map((name) => `${name}@example.nhs.uk`);
const whole = { questions: 'Q1', 'runs-until': '18 January 2016', addresses: addresses.join('\n'), colleagues: 'p1' };

const errorsOf = (changed: Record<string, string>, given = offered) => {
  const outcome = parseOpenPoll({ ...whole, ...changed }, given);
  return outcome.kind === 'errors' ? outcome.errors.map(({ field, message }) => `${field}: ${message}`) : [];
};

describe('a poll to open', () => {
  it('asks everybody once, however an address is typed', () => {
    const form = { ...whole, addresses: `${addresses.join('; ')}, A@example.nhs.uk P1@Example.nhs.uk`, links: '2' };
    expect(parseOpenPoll(form, offered)).toMatchObject({
      kind: 'ok',
      value: {
        recipients: ['p1@example.nhs.uk', ...addresses],
        links: 2,
        runsUntil: '2016-01-18',
        questionIds: ['Q1'],
      },
    });
  });

  it.each([
    [{ addresses: 'a@example.nhs.uk' }, 'addresses: Ask at least 5 people: of fewer answers nothing is shown'],
    [
      { addresses: `${whole.addresses} nobody` },
      'addresses: Enter e-mail addresses such as a.sample@example.nhs.uk, instead of “nobody”',
    ],
    [{ questions: '' }, 'questions: Choose at least one question'],
    [{ 'runs-until': '3 January 2016' }, 'runs-until: The last day must be today or later'],
    [{ 'runs-until': '5 March 2016' }, 'runs-until: The last day must be within 60 days'],
    [{ links: 'many' }, 'links: Enter the number of links as a whole number, such as 10'],
    [{ links: '199' }, 'addresses: Ask at most 200 people in one poll'],
  ])('is refused in words: %j', (changed, message) => {
    expect(errorsOf(changed)).toEqual([message]);
  });

  it('says what is wrong in the order of the form', () => {
    const wrong = { questions: '', addresses: 'nobody', links: 'many', 'runs-until': '', message: 'x'.repeat(1001) };
    expect(errorsOf(wrong).map((each) => each.split(':')[0])).toEqual([
      ...['questions', 'addresses', 'links', 'addresses', 'runs-until', 'message'],
    ]);
  });

  it('hands out links alone where no e-mail is sent', () => {
    const silent = { ...offered, sendsMail: false };
    expect(errorsOf({}, silent)).toEqual(['links: Ask at least 5 people: of fewer answers nothing is shown']);
    expect(parseOpenPoll({ ...whole, links: '5' }, silent)).toMatchObject({ value: { recipients: [], links: 5 } });
  });
});

describe('a ballot', () => {
  const questions = [
    { questionId: 'Q1', choices: ['none', 'all', 'cannot-say'] },
    { questionId: 'Q2', choices: ['none', 'all', 'cannot-say'] },
  ];

  it('has an answer to each question', () => {
    const form = { 'answer-Q1': 'all', 'comment-Q1': ' Since May ', 'answer-Q2': 'cannot-say' };
    expect(parseBallot(form, questions)).toMatchObject({
      kind: 'ok',
      value: [
        { questionId: 'Q1', choice: 'all', comment: 'Since May' },
        { questionId: 'Q2', choice: 'cannot-say', comment: '' },
      ],
    });
    expect(parseBallot({ 'answer-Q1': 'some' }, questions)).toMatchObject({
      errors: [{ message: 'Choose an answer to Q1' }, { message: 'Choose an answer to Q2' }],
    });
  });
});

it('a poll is withdrawn with a reason', () => {
  expect(parsePollStep({ step: 'withdraw', reason: ' ' })).toMatchObject({ errors: [{ message: 'Say why' }] });
  expect(parsePollStep({ step: 'close' })).toMatchObject({ value: { step: 'close' } });
});
