import { answerLimits, fetchLimits } from '../../../file-limits.ts';
import { askPatiently, type Patience } from '../../../platform/outgoing/ask-patiently.ts';
import { OutsideClient } from '../../../platform/outgoing/outside-client.ts';
import { lastingFault, passingFault } from '../../../platform/outgoing/outside-error.ts';
import type { RegistryConfig } from '../../../platform/registry-config.ts';
import { gatherFhir } from './gather-fhir.ts';
import { gatherOrd } from './gather-ord.ts';
import { type AskRegistry, type RegistryAnswers, readAnswer, type Validators } from './registry-answer.ts';

const usualPatience: Patience = { retries: 3, firstWaitMilliseconds: 1000, longestWaitMilliseconds: 60_000 };

export interface Asking {
  readonly registry: RegistryConfig;
  /** The search with its day, as `addressSince` makes it. */
  readonly search: URL;
  /** Of the same search, when it was answered last. */
  readonly known: Validators;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

/**
 * Everything that the registry answers to a search, page by page. Throws `OutsideError` where that is not whole, is more than
 * is taken at once, or is not to be had.
 */
export async function gatherAnswers(asking: Asking): Promise<RegistryAnswers> {
  const { registry, search, known } = asking;
  const client = new OutsideClient({
    origin: new URL(registry.address).origin,
    allowsPrivate: registry.allowsPrivate,
    mostBytes: answerLimits.bytes,
    silenceMilliseconds: fetchLimits.silenceMilliseconds,
  });
  const timeLimit = AbortSignal.timeout(fetchLimits.wholeMilliseconds);
  try {
    const ask = askerOf(client, asking, AbortSignal.any([asking.signal, timeLimit]));
    return await (registry.layout === 'ord' ? gatherOrd : gatherFhir)(search, ask, known);
  } catch (error) {
    if (timeLimit.aborted) {
      throw passingFault(`${search.host} took more than ${fetchLimits.wholeMilliseconds / 60_000} minutes`);
    }
    throw error;
  } finally {
    client.close();
  }
}

function askerOf(client: OutsideClient, { registry, patience }: Asking, signal: AbortSignal): AskRegistry {
  const own = {
    accept: registry.layout === 'ord' ? 'application/json' : 'application/fhir+json',
    'user-agent': 'local-digital-roadmaps',
    ...(registry.key === null ? {} : { apikey: registry.key }),
  };
  let bytes = 0;
  return async (url, conditions = {}) => {
    const question = { url, headers: { ...own, ...conditions }, signal };
    const answer = await askPatiently(client, question, patience ?? usualPatience);
    bytes += answer.body.length;
    if (bytes > answerLimits.bytes) {
      const most = answerLimits.bytes / 1_000_000;
      throw lastingFault(`${url.host} answers with more than ${most} megabytes: ask for less (DIRECTORY_URL)`);
    }
    return readAnswer(url, answer);
  };
}
