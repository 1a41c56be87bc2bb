import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

const ownDatabase = { DATABASE_URL: 'postgres://ldr:secret@db.example:5432/ldr', SESSION_SECRET: 's'.repeat(32) };

describe('without any setting', () => {
  test('the service runs its own database and shows the demonstration', () => {
    expect(parseConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './.data',
      databaseUrl: null,
      publicUrl: null,
      isDemonstration: true,
      sessionSecret: null,
      given: { smtpUrl: null, serviceName: null },
      logLevel: 'info',
      trustProxy: null,
      secondFactorRoles: [
        'executive',
        'signatory',
        'peer',
        'reviewer',
        'analyst',
        'programme-manager',
        'administrator',
      ],
      sessionLimits: { lifeSeconds: 12 * 3600, idleSeconds: 2 * 3600 },
    });
  });

  test('an empty value counts as none', () => {
    expect(parseConfig({ PORT: '', DEMO: '', SMTP_URL: '' })).toEqual(parseConfig({}));
  });

  test('what is not ours is ignored', () => {
    expect(parseConfig({ HOME: '/home/somebody', PORTS: 'abc' })).toEqual(parseConfig({}));
  });
});

test.each([
  ['none', []],
  ['lead', ['lead']],
  ['lead, executive', ['lead', 'executive']],
])('SECOND_FACTOR_ROLES=%s', (text, roles) => {
  expect(parseConfig({ SECOND_FACTOR_ROLES: text }).secondFactorRoles).toEqual(roles);
});

test('single sign-on takes its three settings, or none', () => {
  const all = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'roadmaps', OIDC_CLIENT_SECRET: 'secret' };
  expect(parseConfig({}).provider).toBeNull();
  expect(parseConfig(all).provider).toMatchObject({ clientId: 'roadmaps', asksForSecondFactor: false });
  expect(parseConfig({ ...all, OIDC_SECOND_FACTOR: '1', OIDC_NAME: 'Trust Login' }).provider).toMatchObject({
    name: 'Trust Login',
    asksForSecondFactor: true,
  });
  expect(() => parseConfig({ ...all, OIDC_CLIENT_SECRET: '' })).toThrow('are needed together');
});

test('limits towards the database are given in seconds and kept in milliseconds', () => {
  const environment = { DATABASE_QUEUE: '7', DATABASE_WAIT_SECONDS: '0.25', DATABASE_LOCK_SECONDS: '2' };
  expect(parseConfig(environment).databaseLimits).toEqual({
    connections: 20,
    waiting: 7,
    waitMilliseconds: 250,
    statementMilliseconds: 10_000,
    lockMilliseconds: 2000,
    idleMilliseconds: 30_000,
  });
});

test('the registry is asked where its address is named, and safely', () => {
  const given = { DEMO: '0', DIRECTORY_URL: 'https://directory.example/organisations', DIRECTORY_KIND: 'ord' };
  expect(parseConfig({ DEMO: '0', DIRECTORY_HOURS: '6' }).registry).toBeNull();
  expect(parseConfig({ ...given, DIRECTORY_HOURS: '6' }).registry).toEqual({
    address: given.DIRECTORY_URL,
    layout: 'ord',
    everyHours: 6,
    key: null,
    allowsPrivate: false,
  });
  expect(() => parseConfig({ ...given, DEMO: '1' })).toThrow('DIRECTORY_URL: is for a real service');
  expect(() => parseConfig({ ...given, DIRECTORY_KIND: '' })).toThrow('are needed together');
  expect(() => parseConfig({ ...given, DIRECTORY_URL: 'http://directory.example/' })).toThrow('must begin with https:');
  expect(() => parseConfig({ ...given, DIRECTORY_URL: 'https://a:b@directory.example/' })).toThrow('neither user nor');
});

test('backups are made where a folder is named', () => {
  expect(parseConfig({ BACKUP_HOURS: '6' }).backups).toBeNull();
  expect(parseConfig({ BACKUP_DIR: '/safe' }).backups).toEqual({ folder: '/safe', everyHours: 24, keep: 14 });
  expect(parseConfig({ BACKUP_DIR: '/safe', BACKUP_HOURS: '6', BACKUP_KEEP: '3' }).backups).toEqual({
    ...{ folder: '/safe', everyHours: 6, keep: 3 },
  });
});

describe('the demonstration', () => {
  test.each([
    ['on the own database', {}, true],
    ['on the own database, switched off', { DEMO: '0' }, false],
    ['on another database', ownDatabase, false],
    ['on another database, asked for', { ...ownDatabase, DEMO: '1' }, true],
  ])('%s', (_case, environment, expected) => {
    expect(parseConfig(environment).isDemonstration).toBe(expected);
  });
});

describe('the data folder', () => {
  test.each([
    ['the demonstration has its own', {}, './.data', false],
    ['and real data have theirs', { DEMO: '0' }, './.data-real', false],
    ['a programme beside the usual one has others', { PROGRAMME: 'elsewhere' }, './.data-elsewhere', false],
    ['and others for real data', { PROGRAMME: 'elsewhere', DEMO: '0' }, './.data-elsewhere-real', false],
    ['one of one’s own has the usual', { PROGRAMME: './elsewhere' }, './.data', false],
    ['unless it is named', { DEMO: '0', DATA_DIR: '/srv/ldr' }, '/srv/ldr', true],
  ])('%s', (_case, environment, dataDir, isDataDirGiven) => {
    expect(parseConfig(environment)).toMatchObject({ dataDir, isDataDirGiven });
  });
});

describe('a wrong value is refused by name', () => {
  test.each([
    ['PORT', 'abc', 'must be a port number'],
    ['PORT', '65536', 'must be a port number'],
    ['PORT', '80.5', 'must be a port number'],
    ['DEMO', 'yes', 'must be 0 or 1'],
    ['DATABASE_URL', 'mysql://db.example/ldr', 'must be an address such as postgres://'],
    ['DATABASE_CONNECTIONS', '0', 'must be 1 or more'],
    ['DATABASE_QUEUE', 'many', 'must be a number'],
    ['DATABASE_STATEMENT_SECONDS', 'a while', 'must be a number of seconds'],
    ['PUBLIC_URL', 'roadmaps.example', 'must be an address such as https://'],
    ['SMTP_URL', 'https://mail.example', 'must be an address such as smtp://'],
    ['SESSION_SECRET', 'short', 'must have at least 32 characters'],
    ['LOG_LEVEL', 'loud', 'expected one of'],
    ['MAIL_FROM', 'nobody', 'email'],
    ['TRUST_PROXY', 'true', 'must be the addresses or blocks of your proxies'],
    ['TRUST_PROXY', '0.0.0.0/0', 'must be the addresses or blocks of your proxies'],
    ['BACKUP_KEEP', '0', 'must be a number of backups from 1'],
    ['SESSION_HOURS', '0', 'must be a number of hours from 1'],
    ['SESSION_IDLE_MINUTES', '4', 'must be a number of minutes from 5'],
  ])('%s=%s', (name, value, reason) => {
    const refused = () => parseConfig({ [name]: value });
    expect(refused).toThrow(ConfigError);
    expect(refused).toThrow(`${name}: `);
    expect(refused).toThrow(reason);
  });

  test('all at once', () => {
    expect(() => parseConfig({ PORT: 'abc', DEMO: 'maybe' })).toThrow(/PORT: .*\n.*DEMO: /);
  });

  test('and its value is not repeated, as it may be a secret', () => {
    expect(() => parseConfig({ SESSION_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2)/s);
  });
});

test('a database of one’s own needs a secret of one’s own', () => {
  expect(() => parseConfig({ DATABASE_URL: ownDatabase.DATABASE_URL })).toThrow('SESSION_SECRET: is needed');
  expect(parseConfig(ownDatabase).databaseUrl).toBe(ownDatabase.DATABASE_URL);
});

test('the owner of the tables is named beside the database, never alone', () => {
  const DATABASE_OWNER_URL = 'postgres://owner:secret@db.example:5432/ldr';
  expect(parseConfig({ ...ownDatabase, DATABASE_OWNER_URL }).databaseOwnerUrl).toBe(DATABASE_OWNER_URL);
  expect(parseConfig(ownDatabase).databaseOwnerUrl).toBeNull();
  expect(() => parseConfig({ DATABASE_OWNER_URL })).toThrow('DATABASE_OWNER_URL: goes with DATABASE_URL');
});

test('the public address loses a slash at its end, as paths bring theirs', () => {
  expect(parseConfig({ PUBLIC_URL: 'https://roadmaps.example/' }).publicUrl).toBe('https://roadmaps.example');
});
