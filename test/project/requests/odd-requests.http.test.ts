import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../../src/paths.ts';
import { parseConfig } from '../../../src/platform/config.ts';
import { createLogger } from '../../../src/platform/logging.ts';
import { expectNowhere } from '../../database/nowhere.ts';
import { readPage } from '../../database/page-reader.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';
import { findPlace } from './find-place.ts';
import { allRoutes, nationalRoutes, placeRoutes, signedInRoutes } from './route-addresses.ts';
import { type SentForm, sentForms } from './sent-forms.ts';
import type { Place } from './walked-address.ts';

/** Longer than any line needs to be, with a whole stack in it. */
const LONGEST_LOG_LINE = 8000;

let service: TestService;
let place: Place;
const logged: string[] = [];
beforeAll(async () => {
  const config = parseConfig({ DEMO: '1' });
  const log = createLogger('info', { write: (line) => void logged.push(line) });
  service = await startTestService('demo', { config, log });
  place = await findPlace(service.database);
});
afterAll(() => service.close());

async function persona(personId: string): Promise<Visitor> {
  const visitor = new Visitor(service.app);
  await visitor.become(personId);
  return visitor;
}

/** What is wrong with an answer, in words; nothing where it is as every answer must be, whatever was asked. */
function faultOf(asked: string, { statusCode, headers }: LightMyRequestResponse): string[] {
  const type = String(headers['content-type'] ?? '');
  const faults = [
    ...(statusCode >= 500 ? ['a fault'] : []),
    ...(headers['content-security-policy'] === undefined ? ['no content policy'] : []),
    ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['no nosniff']),
    ...(headers['x-request-id'] === undefined ? ['no reference'] : []),
    ...(statusCode >= 400 && !/^(text\/html|application\/problem\+json)/.test(type) ? [`type ${type}`] : []),
  ];
  return faults.length === 0 ? [] : [`${asked.slice(0, 200)} answered ${statusCode}: ${faults.join(', ')}`];
}

const oddSegments = [
  '%',
  '%E0%A4%A',
  '%ED%A0%80',
  '%0A',
  '%C2%85',
  '%F0%9F%98%80',
  'x'.repeat(300),
  '%00',
  'constructor',
];

describe('an odd address', () => {
  const addresses = [
    ...oddSegments.map((odd) => `/${odd}`),
    '/footprints/%/roadmap',
    '/assets/%',
    '/assets/..%2f..%2fpackage.json',
    '/api/v1/%',
    '/api/v1/footprints/%E0%A4%A',
    '/workspace/%',
    '//elsewhere.example/',
    '/search?q=%',
    '/search?q=%E0%A4%A',
    `/search?q=${'%F0%9F%98%80'.repeat(1000)}`,
  ];

  it.each(addresses.map((address) => [address.slice(0, 40), address] as const))(
    '%s is answered with a page or a problem',
    async (_start, address) => {
      const response = await service.app.inject(address);
      expect(faultOf(address, response)).toEqual([]);
      expectNowhere(response, 'FST_ERR');
    },
  );

  it('in any part of any address', async () => {
    const visitor = await persona('persona-programme-manager');
    const faults: string[] = [];
    for (const [turn, [route, addressOf]] of Object.entries(allRoutes).entries()) {
      const segments = addressOf(place).split('/');
      for (const [index, part] of route.split('/').entries()) {
        // Three in turn at each place, so that each text comes to a third of all places.
        for (const odd of part.startsWith(':') ? [0, 3, 6].map((step) => inTurn(oddSegments, turn + step)) : []) {
          const address = segments.with(index, odd).join('/');
          faults.push(...faultOf(address, await visitor.get(address)));
        }
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });

  const names =
    'q as-at page sort format from to find type types region code a b measure map group topic reference outcome kind event after before limit cursor show care-setting return-to change organisation footprint __proto__ constructor';

  /** Short enough for an address to have three of them for each name; a long one is among the addresses above. */
  const odds = ['%00', 'x'.repeat(400), '%F0%9F%98%80%ED%A0%80', '99999999999999999999', '%E0%A4%A'];

  it('with odd texts behind the question mark, each name three times', async () => {
    const visitor = await persona('persona-programme-manager');
    const faults: string[] = [];
    for (const [turn, addressOf] of Object.values(allRoutes).entries()) {
      const [address = ''] = addressOf(place).split('?');
      // Each name has other texts at each address, and every name each of them at some.
      const query = [0, 1, 2].flatMap((which) =>
        names.split(' ').map((name, index) => `${name}=${inTurn(odds, turn + index + which)}`),
      );
      const asked = `${address}?${query.join('&')}`;
      expect(asked.length).toBeLessThan(15_000);
      faults.push(...faultOf(asked, await visitor.get(asked)));
    }
    expect(faults.slice(0, 20)).toEqual([]);
  });
});

describe('a method that an address does not take', () => {
  it('is answered 405 with those it takes, before any form is asked for its token', async () => {
    const wrong: string[] = [];
    for (const [route, addressOf] of Object.entries(allRoutes)) {
      for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
        const url = addressOf(place);
        const response = await service.app.inject({
          method,
          url,
          payload: 'x',
          headers: { 'content-type': 'text/plain' },
        });
        const allow = String(response.headers.allow);
        if (response.statusCode !== 405 || !/GET|POST/.test(allow) || allow.includes(method)) {
          wrong.push(`${method} ${route} answered ${response.statusCode}, allow ${allow}`);
        }
        wrong.push(...faultOf(`${method} ${route}`, response));
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('as POST to a page without a form', async () => {
    const response = await service.app.inject({ method: 'POST', url: paths.about() });
    expect(response.headers.allow).toBe('GET, HEAD');
    expect(readPage(response, 405).text).toContain('This address takes GET, HEAD, and POST was sent.');
  });

  it('is one of an address where nothing is: 404', async () => {
    const response = await service.app.inject({ method: 'PUT', url: '/nothing-here' });
    expect(response.statusCode).toBe(404);
  });
});

/** As many fields of a form as show every kind: some repeat one for each year and group. */
const FIELDS_TRIED = 12;

function inTurn(texts: readonly string[], turn: number): string {
  return texts[turn % texts.length] ?? '';
}

const oddTexts = ['\0\u0001\u202e', 'x'.repeat(3000), '𝒳'.repeat(LONGEST_LOG_LINE)];

/** Forms that somebody before has tried: most people come to those that everybody has. */
const tried = new Set<string>();

describe.each([
  'persona-contributor',
  'persona-coordinator',
  'persona-executive',
  'persona-editor',
  'persona-lead',
  'persona-reviewer',
  'persona-programme-manager',
  'persona-administrator',
])('odd texts in every field of every form of %s', (personId) => {
  it('meet no fault, and nobody’s log is filled with them', async () => {
    const visitor = await persona(personId);
    logged.length = 0;
    const faults: string[] = [];
    const forms = await formsFor(visitor);
    for (const form of forms) {
      for (const odd of oddFields(form)) {
        const response = await visitor.post(form.action, { ...form.fields, ...odd });
        faults.push(...faultOf(`${Object.keys(odd)} of ${form.action}`, response));
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
    expect(logged.filter((line) => line.length > LONGEST_LOG_LINE).map((line) => line.slice(0, 300))).toEqual([]);
  });
});

/** What is changed in a form: each field alone, with one text after another, and all at once, until each had every text. */
function oddFields({ texts }: SentForm): Record<string, string>[] {
  const names = texts.slice(0, FIELDS_TRIED);
  const alone = names.map((name, index) => ({ [name]: inTurn(oddTexts, index) }));
  const together = oddTexts.map((_odd, turn) =>
    Object.fromEntries(names.map((name, index) => [name, inTurn(oddTexts, index + turn)])),
  );
  return [...alone, ...together];
}

/** Pages whose form shows only once something is chosen. */
function addressesOfForms(): string[] {
  const kinds = ['merge', 'split', 'rename', 'boundary-change', 'closure', 'organisation-merge', 'undo'];
  return [
    ...kinds.map((kind) => paths.newSuccession({ kind })),
    paths.proposeFootprint('doncaster'),
    paths.footprintFormOrganisations(place.slug, { code: place.code }),
    paths.footprintFormOrganisations(place.slug, { find: 'trust' }),
    paths.reviewDecision(place.slug, 'clear'),
  ];
}

/** Every form that somebody comes to and nobody before did; signing out would end the walk. */
async function formsFor(visitor: Visitor): Promise<SentForm[]> {
  const forms: SentForm[] = [];
  // The forms of public pages are the same for everybody: the first who comes tries them.
  const routes = tried.size === 0 ? allRoutes : { ...signedInRoutes, ...nationalRoutes, ...placeRoutes };
  const addresses = Object.values(routes).map((addressOf) => addressOf(place));
  for (const address of [...addresses, ...addressesOfForms()]) {
    const page = await visitor.get(address);
    forms.push(...(page.statusCode === 200 ? sentForms(page.body, address) : []));
  }
  return forms.filter(({ action, texts }) => {
    const form = `${action} ${texts}`;
    const isNew = action !== paths.signOut() && !tried.has(form);
    tried.add(form);
    return isNew;
  });
}

describe('a form with a file that is not built as it should be', () => {
  const whole = (fields: string) =>
    `--b\r\ncontent-disposition: form-data; name="dated"\r\n\r\n2016-06-30\r\n${fields}--b--\r\n`;
  const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\r\n';

  it.each([
    ['no boundary', 'multipart/form-data', whole(''), 400],
    ['an empty boundary', 'multipart/form-data; boundary=', whole(''), 400],
    ['another boundary', 'multipart/form-data; boundary=other', whole(''), 400],
    ['cut short in a field', 'multipart/form-data; boundary=b', whole('').slice(0, 60), 400],
    ['cut short in the file', 'multipart/form-data; boundary=b', file, 400],
    ['two files', 'multipart/form-data; boundary=b', whole(file + file), 413],
    [
      'too many fields',
      'multipart/form-data; boundary=b',
      whole('--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(30)),
      413,
    ],
    [
      'a name of every object',
      'multipart/form-data; boundary=b',
      whole('--b\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\n1\r\n'),
      400,
    ],
    ['garbage', 'multipart/form-data; boundary=b', '\0\u0001\u0002'.repeat(100), 400],
  ])('%s', async (_case, type, payload, status) => {
    const visitor = await persona('persona-programme-manager');
    const response = await visitor.send(paths.newImport(), type, payload);
    expect(faultOf('upload', response)).toEqual([]);
    expect(readPage(response, status).text).toContain('Nothing was changed');
  });

  it.each(['application/json', 'text/plain', 'application/xml', 'multipart/form-data; boundary=b', 'nonsense'])(
    'a page takes no %s',
    async (type) => {
      const response = await new Visitor(service.app).send(paths.signOut(), type, '{"name":"\\ud800"}');
      expect(faultOf(type, response)).toEqual([]);
      expect(response.statusCode).toBe(415);
    },
  );
});
