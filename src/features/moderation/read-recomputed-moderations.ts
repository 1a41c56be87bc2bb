import { canonicalJson } from '../../platform/canonical-json.ts';
import type { Connection } from '../../platform/database/database.ts';
import { findInstrument, type ProgrammePack } from '../programme/index.ts';
import {
  answersIn,
  type FoundScore,
  listSignedDocuments,
  type ModerationOutcome,
  type PutToSign,
  type SignedKey,
} from '../return-documents/index.ts';
import { givenAnswers, InvalidAnswersError } from '../scoring/index.ts';
import { readModeration } from './hold-moderation.ts';
import { moderationOutcome } from './moderated-answers.ts';
import { listFinished } from './moderation-repository.ts';

/** A finished moderation that was worked out anew. */
export interface RecomputedModeration {
  readonly organisationId: string;
  readonly roundId: string;
  readonly scoreCount: number;
  /** Scores that came out otherwise, or with other counts; null where there is none on one side. */
  readonly differences: readonly {
    readonly level: FoundScore['level'];
    readonly key: string;
    readonly kept: FoundScore | null;
    readonly anew: FoundScore | null;
  }[];
  /** Why nothing could be worked out, in words; null where it could. */
  readonly fault: string | null;
}

/**
 * Works out anew what every finished moderation came to, from the document that was signed and what was found of it, and compares it with what was kept;
 * of one that was worked out again after a challenge, with the last. By the very version of the questionnaire that was answered. Reads only.
 */
export async function* readRecomputedModerations(
  connection: Connection,
  pack: ProgrammePack,
  roundId: string | null,
): AsyncGenerator<RecomputedModeration> {
  for (const { careSetting, ...row } of await listFinished(connection, roundId)) {
    const document = (await listSignedDocuments(connection, row)).find(({ digest }) => digest === row.digest);
    yield await recompute(connection, pack, { ...row, careSetting }, document);
  }
}

async function recompute(
  connection: Connection,
  pack: ProgrammePack,
  { careSetting, roundId, ...key }: SignedKey & { readonly roundId: string; readonly careSetting: string },
  document: PutToSign | undefined,
): Promise<RecomputedModeration> {
  const { findings, finished } = await readModeration(connection, key);
  const kept = finished?.outcome.scores ?? [];
  const about = { organisationId: key.organisationId, roundId, scoreCount: kept.length, differences: [] };
  const asked = document?.document.instrument;
  const instrument = asked === undefined ? undefined : findInstrument(pack, asked);
  if (document === undefined || finished === null || instrument === undefined) {
    return { ...about, fault: `the pack has no version ${asked?.version} of the questionnaire ${asked?.id}` };
  }
  const signed = givenAnswers(answersIn(document.document));
  try {
    const anew = moderationOutcome({ instrument, careSetting, signed, findings });
    return { ...about, differences: differencesOf(finished.outcome, anew), fault: null };
  } catch (error) {
    if (error instanceof InvalidAnswersError) {
      return { ...about, fault: error.message };
    }
    throw error;
  }
}

function differencesOf(kept: ModerationOutcome, anew: ModerationOutcome): RecomputedModeration['differences'] {
  const nameOf = ({ level, key }: FoundScore) => `${level} ${key}`;
  const keptOnes = new Map(kept.scores.map((score) => [nameOf(score), score]));
  const newOnes = new Map(anew.scores.map((score) => [nameOf(score), score]));
  return [...new Map([...keptOnes, ...newOnes])].flatMap(([name, { level, key }]) => {
    const one = keptOnes.get(name) ?? null;
    const other = newOnes.get(name) ?? null;
    return canonicalJson(one) === canonicalJson(other) ? [] : [{ level, key, kept: one, anew: other }];
  });
}
