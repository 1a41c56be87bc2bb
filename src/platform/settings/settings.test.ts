import { expect, it } from 'vitest';
import { type GivenSettings, nothingSaid, type SaidSettings, settingsInForce, withoutSecret } from './settings.ts';

const usualName = 'Roadmaps';
const nothingGiven: GivenSettings = {
  serviceName: null,
  organisationName: null,
  contactEmail: null,
  mailFrom: null,
  smtpUrl: null,
};
const said: SaidSettings = {
  serviceName: 'Roadmaps of 2027',
  organisationName: 'A board',
  contactEmail: 'team@board.example',
  mailFrom: 'roadmaps@board.example',
  mailServer: { address: 'smtps://mail.example:465', user: 'us@r', password: 'p/w:1 %' },
};

it('holds the usual values where nobody has said anything', () => {
  expect(settingsInForce(nothingGiven, nothingSaid, usualName)).toEqual({
    serviceName: usualName,
    organisationName: '',
    contactEmail: 'no-reply@localhost.localdomain',
    mailFrom: 'no-reply@localhost.localdomain',
    smtpUrl: null,
  });
});

it('holds what was said on screen, and has messages sent to the sender of letters where nobody said where to', () => {
  expect(settingsInForce(nothingGiven, said, usualName)).toMatchObject({
    serviceName: 'Roadmaps of 2027',
    organisationName: 'A board',
    contactEmail: 'team@board.example',
  });
  expect(settingsInForce(nothingGiven, { ...said, contactEmail: '' }, usualName).contactEmail).toBe(
    'roadmaps@board.example',
  );
});

it('holds what the environment names before what was said, each value by itself', () => {
  const given = { ...nothingGiven, serviceName: 'Named', smtpUrl: 'smtp://given.example' };
  expect(settingsInForce(given, said, usualName)).toMatchObject({
    serviceName: 'Named',
    organisationName: 'A board',
    smtpUrl: 'smtp://given.example',
  });
});

it('has user and password in the address of the mail server as its client reads them', () => {
  const url = new URL(settingsInForce(nothingGiven, said, usualName).smtpUrl ?? '');
  expect([decodeURIComponent(url.username), decodeURIComponent(url.password)]).toEqual(['us@r', 'p/w:1 %']);
  expect(url.host).toBe('mail.example:465');
});

it('shows a mail server without what opens it', () => {
  expect(withoutSecret('smtp://user:password@mail.example:587')).toBe('smtp://mail.example:587');
});
