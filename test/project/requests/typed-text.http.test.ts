import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths } from '../../../src/paths.ts';
import { visibleText } from '../../../src/views/testing/visible-text.ts';
import { type GrantToHold, signInAs } from '../../builders/sign-in-as.ts';
import { type PageField, type PageForm, postedForms, untouched } from '../../database/page-forms.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import type { Visitor } from '../../database/visitor.ts';
import { allRoutes } from './route-addresses.ts';
import type { Place } from './walked-address.ts';

/*
 * Every form that a page of the service has is filled in, each field with words of its own, and sent with each of its choices. What
 * was typed must then be stored, or stand on the page that answers: nothing typed is dropped without a word. Nor is it where the form
 * is sent too late: made from what stood before, or where the page has no form any more.
 */

let service: TestService;
let everybody: Visitor;
let places: readonly Place[];
/** The number of the transaction before the first form is sent. */
let begun: string;

beforeAll(async () => {
  service = await startTestService('demo');
  places = await findPlaces();
  const { rows } = await sql<{ begun: string }>`select pg_current_xact_id()::text as begun`.execute(service.database);
  begun = rows[0]?.begun ?? '0';
  const headers = { 'sec-fetch-site': 'same-origin' };
  everybody = await signInAs(service, await allGrants(), { personId: 'everybody' }, headers);
});
afterAll(() => service.close());

/** One footprint for each state of a roadmap or footprint form there is, with each of its members. */
async function findPlaces(): Promise<Place[]> {
  const { database } = service;
  const { rows } = await sql<{ slug: string; code: string; deploymentId: string | null; riskId: string | null }>`
    with footprint as (
      select distinct on (version.state) roadmap.footprint_id, version.version_id
      from roadmap join roadmap_version as version using (roadmap_id) order by version.state, roadmap.footprint_id
    )
    select distinct on (area.slug) area.slug, organisation.code, (
      select split_part(history.subject, ':', 2) from roadmap_history as history
      where history.version_id = footprint.version_id and history.subject like 'deployment:%' limit 1
    ) as "deploymentId", (
      select split_part(history.subject, ':', 2) from roadmap_history as history
      where history.version_id = footprint.version_id and history.subject like 'risk:%' limit 1
    ) as "riskId"
    from footprint
    join lateral area_latest(footprint.footprint_id) as area on true
    join membership on membership.area_id = footprint.footprint_id
    join lateral organisation_latest(membership.organisation_id) as organisation on true
    union
    select distinct on (formation.slug) formation.slug, mention ->> 'code', null, null
    from formation
    join footprint_form using (formation_id)
    join footprint_form_document as document on document.form_id = footprint_form.form_id
      and document.digest = footprint_form.digest
    cross join lateral jsonb_array_elements(document.document -> 'asked') as mention
    union
    select formation.slug, 'RL4', null, null from formation
    union
    select 'wolverhampton', 'RL4', null, null`.execute(database);
  const exemplar = await database.selectFrom('exemplar').select('exemplar_id').executeTakeFirstOrThrow();
  const nothing = '00000000-0000-4000-8000-000000000000';
  return rows.map(({ slug, code, deploymentId, riskId }) => ({
    slug,
    code,
    exemplarId: exemplar.exemplar_id,
    deploymentId: deploymentId ?? nothing,
    riskId: riskId ?? nothing,
  }));
}

/** Every role there is, wherever a page might ask for it. */
async function allGrants(): Promise<GrantToHold[]> {
  const { rows } = await sql<{ areaId: string; organisationId: string }>`
    select membership.area_id as "areaId", membership.organisation_id as "organisationId" from membership`.execute(
    service.database,
  );
  const of = (role: GrantToHold['role'], scopes: Iterable<string>) =>
    [...new Set(scopes)].map((scopeId): GrantToHold => ({ role, scopeId }));
  const areas = rows.map(({ areaId }) => areaId).filter((id) => id.startsWith('footprint:'));
  const organisations = rows.map(({ organisationId }) => organisationId);
  return [
    { role: 'programme-manager' },
    { role: 'administrator' },
    { role: 'analyst' },
    ...of('lead', areas),
    ...of('editor', areas),
    ...of('reviewer', ['region:Y54', 'region:Y55', 'region:Y56', 'region:Y57']),
    ...of('executive', organisations),
    ...of('coordinator', ['RL4']),
  ];
}

/** Fields that hold no words of their own, with something they take. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/^target-/, '50'],
  [/-day$/, '1'],
  [/-month$/, '7'],
  [/-year$/, '2016'],
  [/^by-/, 'March 2018'],
  [/^money-pounds-/, '1000'],
  [/^(starts|goes-live)$/, '2017/18'],
  [/^dated$/, '2016-02-29'],
  [/^effective-on$/, '1 10 2016'],
  [/^(organisation|lead)$/, 'RL4'],
];

let words = 0;

interface Filled {
  readonly sent: Record<string, string | string[]>;
  /** The word of each field that was typed into, by its name. */
  readonly typed: Readonly<Record<string, string>>;
}

const isTyped = ({ type }: PageField) => ['text', 'email', 'search', 'textarea'].includes(type);

/** The form with words in every field; `turn` says which of its choices is taken in each list. */
function fill(form: PageForm, turn: number, isPlain: boolean): Filled {
  const typed: Record<string, string> = {};
  const sent = untouched(form, form.fields.find(({ type }) => type === 'submit')?.value);
  for (const field of form.fields) {
    const { name } = field;
    const choices = choicesOf(form, field);
    const simple = isPlain ? plain.find(([pattern]) => pattern.test(name))?.[1] : undefined;
    if (choices.length > 0) {
      sent[name] = choices[turn % choices.length] ?? '';
    } else if (isTyped(field) && simple !== undefined) {
      sent[name] = simple;
    } else if (isTyped(field)) {
      words += 1;
      typed[name] = `zqx${words}x`;
      sent[name] = inWords(field, `zqx${words}x`);
    }
  }
  return { sent, typed };
}

function choicesOf(form: PageForm, { name, type, options }: PageField): readonly string[] {
  const isBox = type === 'radio' || type === 'checkbox';
  return isBox ? form.fields.filter((field) => field.name === name).map(({ value }) => value) : options;
}

function inWords({ name, type }: PageField, word: string): string {
  if (name.endsWith('email')) {
    return `${word}@example.nhs.uk`;
  }
  return type === 'textarea' ? `${word} ${'and so many words that no form asks for more of them '.repeat(4)}` : word;
}

/** Words that stand in any row written since the test began. */
async function stored(): Promise<Set<string>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name !~ '^(organisation|area|membership|search|boundary|source|directory)'`.execute(service.database);
  const each = tables.rows.map(
    ({ name }) =>
      sql`select (regexp_matches(each::text, 'zqx[0-9]+x', 'g'))[1] as word from ${sql.table(name)} as each
      where each.xmin::text::bigint >= ${begun}::bigint`,
  );
  const { rows } = await sql<{ word: string }>`${sql.join(each, sql` union `)}`.execute(service.database);
  return new Set(rows.map(({ word }) => word));
}

/** Words that a page shows, or has in fields that may be folded away. */
function shown(html: string): Set<string> {
  const fields = postedForms(html).flatMap((form) => form.fields.filter(isTyped).map(({ value }) => value));
  return new Set([visibleText(html), ...fields].join(' ').match(/zqx\d+x/g));
}

/** What was typed into a field, and the sending it was part of, in words for whoever has to find it. */
interface Typed {
  readonly word: string;
  readonly where: string;
}

/** The words of forms that were taken: each must stand in a row when all is done, whatever was sent after it. */
const taken: Typed[] = [];

/** Where a later sending takes the place of what was there, so that its words are looked for at once. */
const replacing: ReadonlySet<string> = new Set([paths.account()]);

/** The fields whose words a form that was sent back does not say again; those of a form that was taken are looked for at the end. */
async function dropped({ typed, sent }: Filled, address: string, answer: LightMyRequestResponse): Promise<string[]> {
  const told = JSON.stringify(sent).slice(0, 250);
  const words = Object.entries(typed).map(([field, word]): Typed => {
    return { word, where: `${address} ${told}: ${field} (${answer.statusCode})` };
  });
  if (answer.statusCode < 400 && !replacing.has(address)) {
    taken.push(...words);
    return [];
  }
  const kept = answer.statusCode < 400 ? await stored() : shown(answer.body);
  return words.flatMap(({ word, where }) => (kept.has(word) ? [] : [where]));
}

/** Fields of a page that nobody sees, and forms that have other tests. */
const isElsewhere = (url: string) => /^\/(sign-|api)/.test(url);
const withoutTrap = (form: PageForm): PageForm => ({
  ...form,
  fields: form.fields.filter(({ name }) => name !== 'website'),
});

async function formsAt(address: string): Promise<PageForm[]> {
  const page = await everybody.get(address);
  return page.statusCode === 200 ? postedForms(page.body).map(withoutTrap) : [];
}

async function tryForm(address: string, place: number, first: PageForm): Promise<string[]> {
  const found: string[] = [];
  const options = first.fields.map(({ name, options: offered }) => {
    return Math.max(offered.length, first.fields.filter((field) => field.name === name).length);
  });
  const turns = Math.min(3, Math.max(1, ...options));
  for (let turn = 0; turn < 2 * turns; turn += 1) {
    const form = turn === 0 ? first : (await formsAt(address))[place];
    if (form === undefined || !form.fields.some(isTyped)) {
      return found;
    }
    const filled = fill(form, Math.floor(turn / 2), turn % 2 === 0);
    const target = form.action ?? address;
    const answer = form.isMultipart
      ? await everybody.upload(address, filled.sent as Record<string, string>, { name: 'x.csv', content: 'x' })
      : await everybody.post(target, filled.sent);
    found.push(...(await dropped(filled, address, answer)));
  }
  return found;
}

/** Where the demonstration has a form to type into; without one of these the test would look at less than it says. */
const formsWithText = [
  '/contact',
  '/workspace/assessments/:code/:round/sections/:section',
  '/workspace/exemplars/:id/withdraw',
  '/workspace/exemplars/new',
  '/workspace/footprints/:slug/decision',
  '/workspace/footprints/:slug/form/area',
  '/workspace/footprints/:slug/form/people',
  '/workspace/footprints/:slug/return',
  '/workspace/programme/imports/new',
  '/workspace/programme/official-results/new',
  '/workspace/programme/successions/new',
  '/workspace/reviews/:slug',
  '/workspace/roadmaps/:slug/agreement/:organisation',
  '/workspace/roadmaps/:slug/deployments/:id',
  '/workspace/roadmaps/:slug/deployments/new',
  '/workspace/roadmaps/:slug/flows/:kind/:sender',
  '/workspace/roadmaps/:slug/new-version',
  '/workspace/roadmaps/:slug/parts/:part',
  '/workspace/roadmaps/:slug/return-to-draft',
  '/workspace/roadmaps/:slug/trajectory',
  '/workspace/roadmaps/:slug/universal-capabilities/:capability',
];

/** The forms that were met, each where it was met first. */
const met: { readonly url: string; readonly address: string; readonly form: PageForm }[] = [];

/** What a page says of the state it was made from, as a page made before would. */
const before: readonly (readonly [RegExp, string])[] = [
  [/^digest$/, 'f'.repeat(64)],
  [/^(revision|draft-revision|number|version|after|seen)(-|$)/, '97'],
];

/** Sends what was typed into a form of one page to an address, as if its page had been open since before. */
async function sendTooLate(form: PageForm, address: string, token: string): Promise<string[]> {
  const filled = fill(form, 0, true);
  const stale = Object.keys(filled.sent).flatMap((name) => {
    const value = before.find(([pattern]) => pattern.test(name))?.[1];
    return value === undefined ? [] : [[name, value] as const];
  });
  const sent = { ...filled.sent, ...Object.fromEntries(stale), _csrf: token };
  const answer = await everybody.post(address, sent);
  tooLate.push(answer.statusCode);
  return dropped({ ...filled, sent }, address, answer);
}

/** How the service answered what was sent too late. */
const tooLate: number[] = [];

const kinds = ['merge', 'split', 'boundary-change', 'rename', 'closure', 'organisation-merge'];

it('stores or shows again whatever is typed into any form', async () => {
  const addresses = new Map<string, string>();
  for (const [url, addressOf] of Object.entries(allRoutes)) {
    for (const place of places) {
      addresses.set(addressOf(place), url);
    }
  }
  for (const kind of kinds) {
    addresses.set(`/workspace/programme/successions/new?kind=${kind}`, '/workspace/programme/successions/new');
  }
  const reached = new Set<string>();
  const seen = new Set<string>();
  const found: string[] = [];
  for (const [address, url] of addresses) {
    const forms = isElsewhere(url) ? [] : await formsAt(address);
    for (const [place, form] of forms.entries()) {
      const signature = `${address.replace(/^[^?]*/, url)} ${form.fields.map(({ name }) => name).join(' ')}`;
      if (form.fields.some(isTyped) && !seen.has(signature)) {
        seen.add(signature);
        reached.add(url);
        met.push({ url, address, form });
        found.push(...(await tryForm(address, place, form)));
      }
    }
  }
  const kept = await stored();
  found.push(...taken.flatMap(({ word, where }) => (kept.has(word) ? [] : [where])));
  expect(found.slice(0, 20)).toEqual([]);
  expect(taken.length).toBeGreaterThan(100);
  expect([...reached]).toEqual(expect.arrayContaining(formsWithText));
});

it('shows again whatever is typed into a form that is sent too late', async () => {
  const found: string[] = [];
  const token = await everybody.tokenOf(paths.contact());
  for (const { url, address, form } of met.filter(({ form: { isMultipart } }) => !isMultipart)) {
    const target = (at: string) => (form.action === null || form.action === address ? at : form.action);
    const everywhere = new Set([address, ...places.map((place) => allRoutes[url]?.(place) ?? address)]);
    for (const at of everywhere) {
      found.push(...(await sendTooLate(form, target(at), token)));
    }
  }
  const kept = await stored();
  found.push(...taken.flatMap(({ word, where }) => (kept.has(word) ? [] : [where])));
  expect(found.slice(0, 20)).toEqual([]);
  expect(tooLate.filter((status) => status === 409).length).toBeGreaterThan(50);
});
