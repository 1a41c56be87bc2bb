import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryConfig } from '../../../platform/registry-config.ts';
import { itemsOf } from '../read/testing/files.ts';
import { gatherAnswers } from './gather-answers.ts';
import {
  type Answerer,
  fhirInterface,
  ordInterface,
  type RegistryServer,
  sendJson,
  startRegistryServer,
} from './testing/registry-server.ts';

let server: RegistryServer;
beforeAll(async () => {
  server = await startRegistryServer((_request, response) => response.end());
});
afterAll(() => server.close());

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: `R${1000 + index}`, name: `Trust ${index}` }));

const atOnce = { retries: 2, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1500 };

function gather(
  layout: 'ord' | 'fhir',
  answer: Answerer,
  known = { etag: null as string | null, lastModified: null as string | null },
  other: Partial<RegistryConfig> = {},
  patience = atOnce,
) {
  server.answer = answer;
  server.asked.length = 0;
  const address = `${server.origin}/${layout === 'ord' ? 'ORD/2-0-0/organisations?PrimaryRoleId=RO197' : 'fhir/Organization'}`;
  const registry = { address, layout, everyHours: 24, key: null, allowsPrivate: true, ...other };
  const signal = new AbortController().signal;
  return gatherAnswers({ registry, search: new URL(registry.address), known, signal, patience });
}

/** What the first questions get, and how it goes on after them. */
function first(answers: readonly Answerer[], then: Answerer): Answerer {
  let turn = 0;
  return (request, response, url) => {
    const answer = answers[turn] ?? then;
    turn += 1;
    answer(request, response, url);
  };
}

describe('the ORD interface', () => {
  it('is asked for every page and every record, in a document that reads like a file', async () => {
    const found = await gather(
      'ord',
      ordInterface([...many(2), { code: 'RXX', name: 'OLD', endedOn: '2016-03-31' }], 2),
    );
    expect(server.asked.filter((asked) => asked.includes('?'))).toEqual([
      '/ORD/2-0-0/organisations?PrimaryRoleId=RO197&Limit=1000',
      '/ORD/2-0-0/organisations?PrimaryRoleId=RO197&Limit=1000&Offset=2',
    ]);
    expect(found).toMatchObject({ kind: 'answers', organisationCount: 3 });
    const text = JSON.stringify(found.kind === 'answers' ? found.document : null);
    const items = await itemsOf(text, { layout: 'ord', datedOn: '2016-06-30' });
    expect(items).toHaveLength(3);
    expect(items[2]).toMatchObject({ observation: { code: 'RXX', closedOn: '2016-03-31' } });
  });

  it('says that nothing has changed, by its status or by an empty list', async () => {
    const notModified: Answerer = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 500).end();
    expect(await gather('ord', notModified, { etag: '"7"', lastModified: null })).toEqual({ kind: 'unchanged' });
    expect(await gather('ord', ordInterface([]))).toMatchObject({ kind: 'nothing' });
  });

  it('is not believed when pages are missing, or turn in a circle', async () => {
    const withCount = (said: number): Answerer => {
      const one = { Organisations: [{ OrgLink: '/ORD/2-0-0/organisations/R1' }] };
      return (_request, response, url) =>
        sendJson(response, url.searchParams.has('Offset') ? { Organisations: [] } : one, {
          'x-total-count': `${said}`,
        });
    };
    await expect(gather('ord', withCount(1532))).rejects.toThrow('says that there are 1,532 and gives 1');
    const same: Answerer = (_request, response) =>
      sendJson(response, { Organisations: [{ OrgLink: '/R1' }] }, { 'x-total-count': '5' });
    await expect(gather('ord', same)).rejects.toThrow('lead back to one that was given before');
  });

  it('is asked for no more than is taken at once', async () => {
    await expect(gather('ord', ordInterface(many(3001)))).rejects.toThrow('more than 3,000 organisations');
  });

  it('does not lead to another host', async () => {
    const away: Answerer = (_request, response) =>
      sendJson(response, { Organisations: [{ OrgLink: 'https://169.254.169.254/latest' }] });
    await expect(gather('ord', away)).rejects.toThrow('leads to https://169.254.169.254');
  });
});

describe('the FHIR interface', () => {
  it('is asked for every page, with the key', async () => {
    const keys = new Set<unknown>();
    const answer = fhirInterface(many(5), 2);
    const noting: Answerer = (request, response, url) => {
      keys.add(request.headers.apikey);
      answer(request, response, url);
    };
    const found = await gather('fhir', noting, undefined, { key: 'k' });
    expect(found).toMatchObject({ kind: 'answers', organisationCount: 5, document: { total: 5 } });
    expect(server.asked).toHaveLength(3);
    expect([...keys]).toEqual(['k']);
  });

  it('is refused in another version, as an error, and where its pages do not end', async () => {
    const stu3: Answerer = (_request, response) =>
      sendJson(response, {}, { 'content-type': 'application/fhir+json; fhirVersion=3.0' });
    await expect(gather('fhir', stu3)).rejects.toThrow('answers in FHIR 3.0, and FHIR R4 (4.0) is read');
    const outcome: Answerer = (_request, response) =>
      sendJson(response, { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'too many results' }] });
    await expect(gather('fhir', outcome)).rejects.toThrow('OperationOutcome: too many results, not with a Bundle');
    const endless: Answerer = (_request, response, url) => {
      const next = `/fhir/Organization?page=${Number(url.searchParams.get('page') ?? 0) + 1}`;
      sendJson(response, { resourceType: 'Bundle', link: [{ relation: 'next', url: next }] });
    };
    await expect(gather('fhir', endless)).rejects.toThrow('more than 200 pages');
  });

  it('is refused for good where the address of its next page is none', async () => {
    const broken: Answerer = (_request, response) =>
      sendJson(response, { resourceType: 'Bundle', link: [{ relation: 'next', url: 'http://[' }] });
    await expect(gather('fhir', broken)).rejects.toMatchObject({
      isPassing: false,
      message: expect.stringContaining('address of its next page that is none'),
    });
  });

  it('is not believed when pages are missing', async () => {
    const one: Answerer = (_request, response) =>
      sendJson(response, { resourceType: 'Bundle', total: 1532, entry: [{ resource: {} }] });
    await expect(gather('fhir', one)).rejects.toThrow('says that there are 1,532 and gives 1');
  });
});

describe('a registry that is not well', () => {
  const busy: Answerer = (_request, response) => response.writeHead(429, { 'retry-after': '0' }).end();
  const broken: Answerer = (_request, response) => response.writeHead(500).end();
  const cut: Answerer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"resourceType": "Bun');
    setImmediate(() => response.destroy());
  };
  const well = fhirInterface(many(1), 10);

  it.each([
    ['an error', broken],
    ['a connection that is cut off', cut],
  ])('is asked again after %s', async (_, answer) => {
    expect(await gather('fhir', first([answer], well))).toMatchObject({ kind: 'answers' });
  });

  it('is asked again after too many questions, when it says', async () => {
    // Longer than anybody waits, were the wait not the one that the registry asks for.
    const patience = { ...atOnce, firstWaitMilliseconds: 1e9 };
    expect(await gather('fhir', first([busy], well), undefined, {}, patience)).toMatchObject({ kind: 'answers' });
    await expect(gather('fhir', first([broken], well), undefined, {}, patience)).rejects.toMatchObject({
      isPassing: true,
    });
  });

  it('is left alone after a few times, and when it asks to wait for long', async () => {
    await expect(gather('fhir', broken)).rejects.toMatchObject({
      isPassing: true,
      message: /answers with status 500$/,
    });
    expect(server.asked).toHaveLength(3);
    const later: Answerer = (_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    await expect(gather('fhir', later)).rejects.toThrow('asks to wait for 3600 seconds');
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['a page', 200, 'text/html; charset=utf-8', 'answers with text/html, not with JSON'],
    ['nothing there', 404, 'application/json', 'answers with status 404: there is nothing at this address'],
    ['a door', 401, 'application/json', 'it wants to know who asks (DIRECTORY_KEY)'],
  ])('is not asked again after %s', async (_, status, type, words) => {
    const answer: Answerer = (_request, response) =>
      response.writeHead(status, { 'content-type': type }).end('<!doctype html>');
    await expect(gather('fhir', answer)).rejects.toThrow(words);
    expect(server.asked).toHaveLength(1);
  });
});
