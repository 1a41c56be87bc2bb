import type { Connection } from '../../platform/database/database.ts';
import {
  type FinishedModeration,
  listValidationSteps,
  lockSigned,
  type ModerationFacts,
  type SignedKey,
} from '../return-documents/index.ts';
import { type Challenge, openChallenges } from './challenges/challenge.ts';
import { listChallenges } from './challenges/challenge-repository.ts';
import { checkedOnes, type SavedFinding, standingFindings } from './finding.ts';
import { listFindings, listOutcomes } from './moderation-repository.ts';

/** What is on record about the moderation of a signed document. */
export interface Moderation extends ModerationFacts {
  /** Every save, those of a question in order. */
  readonly saves: readonly SavedFinding[];
  /** Of each question the latest. */
  readonly findings: readonly SavedFinding[];
  readonly finished: FinishedModeration | null;
  /** How many times it was worked out what it comes to. */
  readonly outcomes: number;
  readonly challenges: readonly Challenge[];
  readonly isValidated: boolean;
}

export async function readModeration(connection: Connection, signed: SignedKey): Promise<Moderation> {
  const saves = await listFindings(connection, signed);
  const outcomes = await listOutcomes(connection, signed);
  const [first] = outcomes;
  const last = outcomes.at(-1);
  const challenges = last === undefined ? [] : await listChallenges(connection, signed);
  const open = openChallenges(challenges).length;
  const validations = await listValidationSteps(connection, signed);
  const findings = standingFindings(saves);
  return {
    saves,
    findings,
    checked: checkedOnes(findings).length,
    isFinished: last !== undefined,
    openChallenges: open,
    finished:
      first === undefined || last === undefined
        ? null
        : { outcome: last.outcome, checkedBy: last.checkedBy, finishedAt: first.finishedAt, isChallenged: open > 0 },
    outcomes: outcomes.length,
    challenges,
    isValidated: validations.at(-1)?.kind === 'validate',
  };
}

/** The same while nobody else takes a step about what is signed; null where what the page showed is signed no more. */
export async function holdModeration(transaction: Connection, signed: SignedKey): Promise<Moderation | null> {
  const digest = await lockSigned(transaction, signed);
  return digest === signed.digest ? readModeration(transaction, signed) : null;
}

export type ModerationOutcomeOfStep =
  | { readonly kind: 'done' }
  /** Says why; nothing was changed. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Somebody else has found something else of these questions since the page was made. */
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] }
  /** What the page showed was opened again since. */
  | { readonly kind: 'signed-anew' };
