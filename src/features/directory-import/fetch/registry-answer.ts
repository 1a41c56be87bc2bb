import { answerLimits, fetchLimits } from '../../../file-limits.ts';
import { parseBoundedJson } from '../../../platform/files/json-scan.ts';
import type { OutsideAnswer } from '../../../platform/outgoing/outside-client.ts';
import { lastingFault, type OutsideError, passingFault } from '../../../platform/outgoing/outside-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An answer of the registry: an object, or null where nothing is other than it was (304). */
export interface RegistryAnswer {
  readonly object: JsonObject | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks the registry for one page or record. */
export type AskRegistry = (url: URL, conditions?: Readonly<Record<string, string>>) => Promise<RegistryAnswer>;

/** By what a later question says which answer is known already (RFC 9110, section 13.1). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export function validatorsOf({ headers }: Pick<RegistryAnswer, 'headers'>): Validators {
  return { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
}

export function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

/** What came of all questions together. */
export type RegistryAnswers =
  | { readonly kind: 'unchanged' }
  /** It was asked what has changed, and nothing has. */
  | { readonly kind: 'nothing'; readonly validators: Validators }
  | {
      readonly kind: 'answers';
      /** One document of the layout, as somebody might have sent it. */
      readonly document: JsonObject;
      readonly organisationCount: number;
      readonly validators: Validators;
    };

/** The object that an answer holds. Throws `OutsideError` for whatever else a service may answer with. */
export function readAnswer({ host }: URL, { status, headers, body }: OutsideAnswer): RegistryAnswer {
  if (status === 304) {
    return { object: null, headers };
  }
  if (status !== 200) {
    throw lastingFault(`${host} answers with status ${status}${sayingOf(status)}`);
  }
  requireJson(host, headers['content-type'] ?? '');
  const parsed = parseBoundedJson(body.toString('utf8'), answerLimits);
  if (parsed.kind === 'too-much') {
    throw lastingFault(`an answer of ${host} ${parsed.reason}`);
  }
  if (parsed.kind === 'not-json' || typeof parsed.value !== 'object' || parsed.value === null) {
    throw passingFault(`an answer of ${host} says that it is JSON and is not`);
  }
  return { object: parsed.value as JsonObject, headers };
}

function sayingOf(status: number): string {
  const sayings: Readonly<Record<number, string>> = {
    401: ': it wants to know who asks (DIRECTORY_KEY)',
    403: ': whoever asks may not have it (DIRECTORY_KEY)',
    404: ': there is nothing at this address (DIRECTORY_URL)',
    410: ': there is nothing at this address any more (DIRECTORY_URL)',
  };
  return sayings[status] ?? '';
}

function requireJson(host: string, contentType: string): void {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  if (!/^(application|text)\/([a-z.-]+\+)?json$/.test(type)) {
    throw lastingFault(`${host} answers with ${type || 'something that has no type'}, not with JSON`);
  }
  const version = parameters.map((part) => /^fhirversion=(.+)$/.exec(part)?.[1]).find((found) => found !== undefined);
  if (version !== undefined && !/^4\.0(\.|$)/.test(version)) {
    throw lastingFault(`${host} answers in FHIR ${version}, and FHIR R4 (4.0) is read`);
  }
}

/** Throws when more is there than is fetched at once; otherwise an interface that always has a further page would never end. */
export function requireWithinLimits(url: URL, pages: number, organisations: number): void {
  if (organisations > fetchLimits.organisations) {
    const most = fetchLimits.organisations.toLocaleString('en-GB');
    throw lastingFault(`${url.host} has more than ${most} organisations: ask for fewer (DIRECTORY_URL)`);
  }
  if (pages >= fetchLimits.pages) {
    throw lastingFault(`${url.host} gives more than ${fetchLimits.pages} pages: ask for fewer (DIRECTORY_URL)`);
  }
}

/** Pages of one list, of which some were not given. */
export function pagesMissing({ host }: URL, said: number, given: number): OutsideError {
  const figures = [said, given].map((count) => count.toLocaleString('en-GB'));
  return passingFault(`${host} says that there are ${figures[0]} and gives ${figures[1]}: pages are missing`);
}

/** The next page is one that was given already. */
export function pagesTurn({ host }: URL): OutsideError {
  return lastingFault(`the pages of ${host} lead back to one that was given before`);
}
