import { setTimeout as after } from 'node:timers/promises';
import type { OutsideAnswer, OutsideClient, OutsideQuestion } from './outside-client.ts';
import { OutsideError, passingFault } from './outside-error.ts';

export interface Patience {
  /** Further questions after the first. */
  readonly retries: number;
  /** Before the second question; each later wait is twice as long, or what the other side asks for. */
  readonly firstWaitMilliseconds: number;
  /** Whoever asks for a longer wait is asked again another time. */
  readonly longestWaitMilliseconds: number;
}

/** Too many questions, and what says that the other side is not well just now. */
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Asks, and again where the fault is one of the moment. Throws `OutsideError` when it still is at the end. */
export async function askPatiently(
  client: OutsideClient,
  question: OutsideQuestion,
  patience: Patience,
): Promise<OutsideAnswer> {
  for (let turn = 0; ; turn += 1) {
    const asked = await askOnce(client, question);
    if (!(asked instanceof PassingAnswer)) {
      return asked;
    }
    const wait = asked.waitMilliseconds ?? patience.firstWaitMilliseconds * 2 ** turn;
    if (turn >= patience.retries || wait > patience.longestWaitMilliseconds) {
      throw asked.fault;
    }
    await after(wait, undefined, { signal: question.signal });
  }
}

class PassingAnswer {
  readonly fault: OutsideError;
  /** What the other side asks for; null where it does not say. */
  readonly waitMilliseconds: number | null;

  constructor(fault: OutsideError, waitMilliseconds: number | null) {
    this.fault = fault;
    this.waitMilliseconds = waitMilliseconds;
  }
}

async function askOnce(client: OutsideClient, question: OutsideQuestion): Promise<OutsideAnswer | PassingAnswer> {
  try {
    const answer = await client.ask(question);
    return passing.has(answer.status) ? passingAnswer(question.url, answer) : answer;
  } catch (error) {
    if (error instanceof OutsideError && error.isPassing) {
      return new PassingAnswer(error, null);
    }
    throw error;
  }
}

function passingAnswer({ host }: URL, { status, headers }: OutsideAnswer): PassingAnswer {
  const wait = waitOf(headers['retry-after']);
  const seconds = wait === null ? '' : `, and asks to wait for ${Math.ceil(wait / 1000)} seconds`;
  return new PassingAnswer(passingFault(`${host} answers with status ${status}${seconds}`), wait);
}

/** RFC 9110, section 10.2.3: a number of seconds, or the moment; what is neither says nothing. */
function waitOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) {
    return null;
  }
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(wait, 0);
}
