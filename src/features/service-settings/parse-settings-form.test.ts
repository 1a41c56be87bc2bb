import { describe, expect, it } from 'vitest';
import { type GivenSettings, nothingSaid, type SaidSettings } from '../../platform/settings/settings.ts';
import { parseSettingsForm } from './parse-settings-form.ts';

const nothingGiven: GivenSettings = {
  serviceName: null,
  organisationName: null,
  contactEmail: null,
  mailFrom: null,
  smtpUrl: null,
};
const stored: SaidSettings = {
  ...nothingSaid,
  mailServer: { address: 'smtp://mail.example:587', user: 'us', password: 'kept' },
};
const server = { 'mail-server': 'smtp://mail.example:587', 'mail-user': 'us' };

function parse(form: Record<string, string>, { password = '', given = nothingGiven, said = stored } = {}) {
  return parseSettingsForm({ revision: '1', ...form }, { password, given, stored: said });
}

function mailServerOf(form: Record<string, string>, password = '') {
  const outcome = parse(form, { password });
  return outcome.kind === 'ok' ? outcome.value.content.mailServer : outcome.errors;
}

it('takes all of it as typed, and nothing at all', () => {
  const form = {
    'service-name': ' Roadmaps  2027 ',
    organisation: 'A board',
    contact: 'a@b.example',
    'mail-from': 'c@d.example',
  };
  expect(parse(form)).toEqual({
    kind: 'ok',
    typed: expect.anything(),
    value: {
      revision: 1,
      content: {
        serviceName: 'Roadmaps 2027',
        organisationName: 'A board',
        contactEmail: 'a@b.example',
        mailFrom: 'c@d.example',
        mailServer: { address: '', user: '', password: '' },
      },
    },
  });
  expect(parse({})).toMatchObject({ kind: 'ok', value: { content: nothingSaid } });
});

it('leaves alone what the environment names, whatever is sent', () => {
  const given = { ...nothingGiven, serviceName: 'Given', smtpUrl: 'smtp://given.example' };
  const outcome = parse({ 'service-name': 'Other', 'mail-server': 'smtp://other.example' }, { given });
  expect(outcome).toMatchObject({
    kind: 'ok',
    value: { content: { serviceName: '', mailServer: stored.mailServer } },
  });
});

describe('the password of the mail server', () => {
  it('stays where none is typed', () => {
    expect(mailServerOf(server)).toEqual(stored.mailServer);
  });

  it('is replaced by a typed one, and goes with the user', () => {
    expect(mailServerOf(server, 'new')).toMatchObject({ password: 'new' });
    expect(mailServerOf({ ...server, 'mail-user': '' })).toMatchObject({ user: '', password: '' });
  });

  it.each([{ 'mail-server': 'smtp://elsewhere.example:587' }, { 'mail-user': 'them' }])(
    'is asked for anew with %j, so that it goes to no other',
    (change) => {
      expect(mailServerOf({ ...server, ...change })).toEqual([
        { field: 'mail-password', message: 'Enter the password of this user at this mail server' },
      ]);
    },
  );
});

it.each([
  ['mail.example', 'smtp://mail.example'],
  ['mail.example:2525', 'smtp://mail.example:2525'],
  ['SMTPS://Mail.Example:465/', 'smtps://mail.example:465'],
  ['[::1]:25', 'smtp://[::1]:25'],
  ['relay:25', 'smtp://relay:25'],
  ['localhost', 'smtp://localhost'],
])('takes %s as the address of a mail server', (typed, address) => {
  expect(mailServerOf({ 'mail-server': typed })).toEqual({ address, user: '', password: '' });
});

it.each([
  'nonsense',
  'smtps://nonsense',
  'https://mail.example',
  'smtp://user:word@mail.example',
  'mail.example/inbox',
  'two words',
  'smtp://',
  'a:b',
])('refuses %s as one', (typed) => {
  expect(mailServerOf({ 'mail-server': typed })).toEqual([
    { field: 'mail-server', message: expect.stringContaining('Enter the address of the mail server') },
  ]);
});

it('names every fault at once', () => {
  const outcome = parse({ contact: 'team', 'mail-from': '@', 'mail-user': 'us' });
  expect(outcome.kind === 'errors' && outcome.errors.map(({ field }) => field)).toEqual([
    'contact',
    'mail-from',
    'mail-server',
  ]);
});
