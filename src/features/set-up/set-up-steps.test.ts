import { expect, it } from 'vitest';
import { paths } from '../../paths.ts';
import { setUpSteps } from './set-up-steps.ts';

const whole = {
  administratorsWithoutFactor: 0,
  mailIsTried: true,
  importedFiles: 2,
  contradictions: 0,
  people: 3000,
};
const settings = {
  serviceName: 'Roadmaps',
  organisationName: 'A board',
  contactEmail: 'team@board.example',
  mailFrom: 'roadmaps@board.example',
  smtpUrl: 'smtp://mail.example',
};
const missingIn = (counts: Partial<typeof whole>, set = {}) =>
  setUpSteps({ ...whole, ...counts }, { ...settings, ...set })
    .filter(({ isDone }) => !isDone)
    .map(({ id, state }) => `${id}: ${state}`);

it('misses nothing where everything is there', () => {
  expect(missingIn({})).toEqual([]);
});

it.each([
  [{ administratorsWithoutFactor: 2 }, 'second-factor: 2 administrators have none'],
  [{ mailIsTried: false }, 'mail: Set up and not tried yet: send a test e-mail'],
  [{ importedFiles: 0 }, 'directory: None was brought in'],
  [{ people: 0 }, 'people: Nobody has a role in an organisation, footprint or region'],
])('misses one thing with %j', (counts, expected) => {
  expect(missingIn(counts)).toEqual([expected]);
});

it.each([
  [{ smtpUrl: null }, 'mail: None is set up, so nobody is written to'],
  [{ organisationName: '' }, 'operator: Nobody is named'],
])('misses one thing with the settings %j', (set, expected) => {
  expect(missingIn({}, set)).toEqual([expected]);
});

it.each([
  [0, '2 files were brought in', paths.imports()],
  [1, '2 files were brought in; 1 contradiction waits for a decision', paths.contradictions()],
  [3, '2 files were brought in; 3 contradictions wait for a decision', paths.contradictions()],
])('with %i contradictions leads to where they are decided, and misses nothing', (contradictions, state, href) => {
  const step = setUpSteps({ ...whole, contradictions }, settings).find(({ id }) => id === 'directory');
  expect(step).toMatchObject({ isDone: true, state, href });
});
