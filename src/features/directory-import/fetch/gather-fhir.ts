import { lastingFault } from '../../../platform/outgoing/outside-error.ts';
import {
  type AskRegistry,
  conditionsOf,
  type JsonObject,
  pagesMissing,
  pagesTurn,
  type RegistryAnswers,
  requireWithinLimits,
  type Validators,
  validatorsOf,
} from './registry-answer.ts';

/** All pages of a search of the FHIR interface, as one Bundle. */
export async function gatherFhir(first: URL, ask: AskRegistry, known: Validators): Promise<RegistryAnswers> {
  const beginning = await ask(first, conditionsOf(known));
  if (beginning.object === null) {
    return { kind: 'unchanged' };
  }
  const validators = validatorsOf(beginning);
  const entry: unknown[] = [];
  const visited = new Set([first.href]);
  let page: JsonObject = beginning.object;
  let said = 0;
  for (let url: URL | null = first; url !== null; ) {
    entry.push(...entriesOf(page, url));
    said = Math.max(said, typeof page.total === 'number' ? page.total : 0);
    requireWithinLimits(url, visited.size, Math.max(entry.length, said));
    url = nextOf(page, url);
    if (url !== null) {
      page = await askFurther(url, ask, visited);
    }
  }
  if (entry.length < said) {
    throw pagesMissing(first, said, entry.length);
  }
  const document = { resourceType: 'Bundle', type: 'collection', total: entry.length, entry };
  return entry.length === 0
    ? { kind: 'nothing', validators }
    : { kind: 'answers', document, organisationCount: entry.length, validators };
}

async function askFurther(url: URL, ask: AskRegistry, visited: Set<string>): Promise<JsonObject> {
  if (visited.has(url.href)) {
    throw pagesTurn(url);
  }
  visited.add(url.href);
  return (await ask(url)).object ?? {};
}

function entriesOf(page: JsonObject, { host }: URL): unknown[] {
  if (page.resourceType !== 'Bundle') {
    throw lastingFault(`${host} answers with ${describe(page)}, not with a Bundle of organisations`);
  }
  return Array.isArray(page.entry) ? page.entry : [];
}

function describe({ resourceType, issue }: JsonObject): string {
  const [first]: unknown[] = Array.isArray(issue) ? issue : [];
  const said = typeof first === 'object' && first !== null && 'diagnostics' in first ? `: ${first.diagnostics}` : '';
  return typeof resourceType === 'string'
    ? `${resourceType.slice(0, 40)}${said.slice(0, 200)}`
    : 'JSON of another kind';
}

function nextOf({ link }: JsonObject, from: URL): URL | null {
  const links: unknown[] = Array.isArray(link) ? link : [];
  const next = links.find(
    (each): each is { url: string } =>
      typeof each === 'object' && each !== null && 'relation' in each && each.relation === 'next' && 'url' in each,
  );
  if (next === undefined) {
    return null;
  }
  const address = String(next.url);
  if (!URL.canParse(address, from.href)) {
    throw lastingFault(`${from.host} gives an address of its next page that is none`);
  }
  return new URL(address, from);
}
