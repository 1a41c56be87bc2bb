import { describe, expect, test } from 'vitest';
import { errorFacts, requestFacts } from './log-facts.ts';
import { createLogger } from './logging.ts';

const typed = 'What somebody typed, at length. '.repeat(30_000);

describe('of an error the log keeps', () => {
  test('kind, code and place, and nothing of what the statement was given', () => {
    const error = Object.assign(new Error(`invalid input syntax for type uuid: "${typed}"`), {
      code: '22P02',
      table: 'exemplar',
      constraint: 'exemplar_title_key',
      detail: `Key (title)=(${typed}) already exists.`,
      where: typed,
      parameters: [typed],
    });
    const facts = errorFacts(error);
    expect(facts).toMatchObject({ type: 'Error', code: '22P02', table: 'exemplar', constraint: 'exemplar_title_key' });
    expect(facts.message).toBe('invalid input syntax for type uuid: …');
    expect(JSON.stringify(facts)).not.toContain('What somebody typed');
  });

  test.each([
    ['a long message', new Error(typed)],
    ['a message of many lines, which begins the stack too', new Error(`x\n${'line\n'.repeat(100_000)}`)],
    ['a long cause of a cause', new Error('one', { cause: new Error('two', { cause: new Error(typed) }) })],
    ['what is no error at all', typed],
  ])('%s within bounds', (_case, error) => {
    expect(JSON.stringify(errorFacts(error)).length).toBeLessThan(6000);
  });

  test.each([
    [`word is too long in tsquery: "('${typed}')"`, 'word is too long in tsquery: …'],
    [
      'duplicate key value violates unique constraint "exemplar_pkey"',
      'duplicate key value violates unique constraint "exemplar_pkey"',
    ],
    [`Cannot read ${'x'.repeat(300)} here`, `Cannot read ${'x'.repeat(65)}… here`],
  ])('the message without what was typed', (message, kept) => {
    expect(errorFacts(new Error(message)).message).toBe(kept);
  });

  test('an endless chain of causes as far as it says something', () => {
    const error = new Error('again');
    error.cause = error;
    expect(JSON.stringify(errorFacts(error)).match(/"again"/g)).toHaveLength(4);
  });

  test('the place it was thrown at', () => {
    expect(errorFacts(new Error('here')).stack).toContain('log-facts.test.ts');
  });
});

test.each([
  ['/search?q=a+name', '/search?…'],
  ['/footprints', '/footprints'],
  [`/${'x'.repeat(9000)}`, `/${'x'.repeat(199)}…`],
])('of the address %.40s the log keeps %.40s', (url, kept) => {
  expect(requestFacts({ method: 'GET', url, ip: '127.0.0.1' }).url).toBe(kept);
});

test('whatever is logged goes through these', () => {
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => void lines.push(line) });
  log.error(
    { err: Object.assign(new Error('no'), { detail: typed }), req: { method: 'GET', url: `/search?q=${typed}` } },
    'failed',
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('What somebody typed');
});
