import { expect, it } from 'vitest';
import { setUpSteps } from './set-up-steps.ts';

const whole = {
  administratorsWithoutFactor: 0,
  mailIsTried: true,
  importedFiles: 2,
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
  [{ people: 0 }, 'people: 0 people have a role in an organisation, footprint or region'],
])('misses one thing with %j', (counts, expected) => {
  expect(missingIn(counts)).toEqual([expected]);
});

it.each([
  [{ smtpUrl: null }, 'mail: None is set up, so nobody is written to'],
  [{ organisationName: '' }, 'operator: Nobody is named'],
])('misses one thing with the settings %j', (set, expected) => {
  expect(missingIn({}, set)).toEqual([expected]);
});
