import { lastingFault, passingFault } from '../../../platform/outgoing/outside-error.ts';
import {
  type AskRegistry,
  conditionsOf,
  type JsonObject,
  pagesMissing,
  pagesTurn,
  type RegistryAnswer,
  type RegistryAnswers,
  requireWithinLimits,
  type Validators,
  validatorsOf,
} from './registry-answer.ts';

/** As many as the ORD interface gives in one page at most; without saying so one gets 20. */
const PAGE = 1000;

/**
 * What a search of the ORD interface finds: its list, page by page, and then each organisation of it, because the list holds neither
 * days nor relationships nor successions.
 */
export async function gatherOrd(search: URL, ask: AskRegistry, known: Validators): Promise<RegistryAnswers> {
  const first = paged(search, 0);
  const beginning = await ask(first, conditionsOf(known));
  if (beginning.object === null) {
    return { kind: 'unchanged' };
  }
  const validators = validatorsOf(beginning);
  if (isRecord(beginning.object)) {
    return answers([beginning.object.Organisation], validators);
  }
  const links = await gatherLinks(search, beginning, ask);
  const records: unknown[] = [];
  for (const link of links) {
    const { object } = await ask(link);
    if (object === null || !isRecord(object)) {
      throw passingFault(`${link.host} has no record at ${link.pathname}, though its list says so`);
    }
    records.push(object.Organisation);
  }
  return answers(records, validators);
}

function answers(records: readonly unknown[], validators: Validators): RegistryAnswers {
  return records.length === 0
    ? { kind: 'nothing', validators }
    : { kind: 'answers', document: { Organisations: records }, organisationCount: records.length, validators };
}

/** Where the records of all organisations on the list are. */
async function gatherLinks(search: URL, beginning: RegistryAnswer, ask: AskRegistry): Promise<URL[]> {
  const links = new Map<string, URL>();
  let answer = beginning;
  let listed = 0;
  for (let pages = 1; ; pages += 1) {
    const page = listOf(answer.object ?? {}, search);
    const before = links.size;
    for (const item of page) {
      const link = linkOf(item, search);
      links.set(link.href, link);
    }
    listed += page.length;
    requireWithinLimits(search, pages, links.size);
    const said = Number(answer.headers['x-total-count'] ?? 0);
    if (isLastPage(page.length, listed, said)) {
      return requireAll(search, [...links.values()], { listed, said });
    }
    if (links.size === before) {
      throw pagesTurn(search);
    }
    answer = await ask(paged(search, listed));
  }
}

/** Where the list does not say how long it is, a page that is not full is the last. */
function isLastPage(inPage: number, listed: number, said: number): boolean {
  return inPage === 0 || (said > 0 ? listed >= said : inPage < PAGE);
}

function requireAll(search: URL, links: URL[], { listed, said }: { listed: number; said: number }): URL[] {
  if (listed < said) {
    throw pagesMissing(search, said, listed);
  }
  return links;
}

function paged(search: URL, offset: number): URL {
  const url = new URL(search);
  url.searchParams.set('Limit', String(PAGE));
  if (offset > 0) {
    url.searchParams.set('Offset', String(offset));
  }
  return url;
}

function isRecord(object: JsonObject): boolean {
  return typeof object.Organisation === 'object' && object.Organisation !== null;
}

function listOf({ Organisations: list }: JsonObject, { host }: URL): unknown[] {
  if (!Array.isArray(list)) {
    throw lastingFault(`${host} answers with JSON of another kind, not with a list of organisations`);
  }
  return list;
}

function linkOf(item: unknown, search: URL): URL {
  const link = typeof item === 'object' && item !== null && 'OrgLink' in item ? item.OrgLink : null;
  if (typeof link !== 'string' || !URL.canParse(link, search.href)) {
    throw lastingFault(`the list of ${search.host} does not say where the record of each organisation is`);
  }
  return new URL(link, search);
}
