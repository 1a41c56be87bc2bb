import { createHash } from 'node:crypto';
import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import type { Attempt } from '../../../platform/jobs/job-queue.ts';
import { OutsideError } from '../../../platform/outgoing/outside-error.ts';
import type { RegistryConfig } from '../../../platform/registry-config.ts';
import type { DirectoryWork } from '../uploads/attach-directory-work.ts';
import { insertUpload } from '../uploads/upload-repository.ts';
import { addressSince } from './address-since.ts';
import { gatherAnswers } from './gather-answers.ts';
import type { RegistryAnswers } from './registry-answer.ts';
import {
  type FetchEnding,
  findDayTakenIn,
  findKnownAnswer,
  isUnderWay,
  type KnownAnswer,
  updateEndedFetch,
  updateProblem,
} from './registry-fetch-repository.ts';

export interface FetchJob {
  readonly fetchId: string;
}

interface Asked {
  readonly fetchId: string;
  readonly search: URL;
}

/** What is known before the registry is asked. */
interface Question extends Asked {
  readonly registry: RegistryConfig;
  readonly known: KnownAnswer;
}

const nothingKnown: KnownAnswer = { etag: null, lastModified: null, digest: null };

/**
 * Asks the registry and puts what it answers among the files that wait to be checked: nothing of it changes the directory before a
 * person has confirmed it. A fault of the moment is noted, and thrown to be tried again; another, and any on the last try, ends it with
 * its reason.
 */
export async function workOnFetch(
  context: AppContext,
  work: DirectoryWork,
  registry: RegistryConfig,
  { data: { fetchId }, isLast, signal }: Attempt<FetchJob>,
): Promise<void> {
  if (!(await isUnderWay(context.database, fetchId))) {
    return;
  }
  let question: Asked = { fetchId, search: new URL(registry.address) };
  try {
    const prepared = await prepare(context, registry, fetchId);
    question = prepared;
    await keep(context, work, prepared, await gatherAnswers({ ...prepared, signal }));
  } catch (error) {
    const problem = problemOf(error);
    if (!isLast && !(error instanceof OutsideError && !error.isPassing)) {
      await updateProblem(context.database, fetchId, problem);
      throw error;
    }
    if (error instanceof OutsideError) {
      context.log.warn({ reason: problem }, 'the registry could not be asked');
    } else {
      context.log.error({ err: error, fetchId }, 'the registry could not be asked');
    }
    await end(context, question, { outcome: 'failed', problem });
  }
}

function problemOf(error: unknown): string {
  return error instanceof OutsideError
    ? error.message
    : 'something went wrong on our side; the log of the service says what';
}

async function prepare({ database, clock }: AppContext, registry: RegistryConfig, fetchId: string): Promise<Question> {
  const since = await findDayTakenIn(database, registry.address);
  const search = addressSince(registry.address, registry.layout, since, today(clock));
  return { fetchId, registry, search, known: (await findKnownAnswer(database, search.href)) ?? nothingKnown };
}

async function keep(
  context: AppContext,
  work: DirectoryWork,
  question: Question,
  answers: RegistryAnswers,
): Promise<void> {
  if (answers.kind === 'unchanged') {
    return end(context, question, { outcome: 'unchanged', ...question.known });
  }
  if (answers.kind === 'nothing') {
    return end(context, question, { outcome: 'nothing', ...answers.validators });
  }
  const content = Buffer.from(JSON.stringify(answers.document));
  const digest = createHash('sha256').update(content).digest('hex');
  const told = { ...answers.validators, digest, organisationCount: answers.organisationCount };
  if (digest === question.known.digest) {
    return end(context, question, { outcome: 'unchanged', ...told });
  }
  await putAmongFiles(context, work, question, { content, told });
}

async function putAmongFiles(
  context: AppContext,
  work: DirectoryWork,
  question: Question,
  { content, told }: { readonly content: Buffer; readonly told: Partial<FetchEnding> },
): Promise<void> {
  const { database, clock, newId } = context;
  const at = clock();
  const datedOn = today(clock);
  const uploadId = newId();
  const fileName = `${question.search.hostname}-${datedOn}.json`;
  const queue = await work.started();
  await database.transaction().execute(async (transaction) => {
    const { layout } = question.registry;
    await insertUpload(transaction, {
      uploadId,
      fileName,
      layout,
      datedOn,
      details: null,
      content,
      personId: null,
      at,
    });
    const ending = endingOf(question, at, { outcome: 'fetched', uploadId, ...told });
    if (!(await updateEndedFetch(transaction, ending))) {
      throw new Error('the fetch was ended by somebody else');
    }
    await queue.add(transaction, { uploadId });
  });
}

type Ending = Partial<FetchEnding> & Pick<FetchEnding, 'outcome'>;

async function end({ database, clock }: AppContext, question: Asked, ending: Ending): Promise<void> {
  await updateEndedFetch(database, endingOf(question, clock(), ending));
}

function endingOf({ fetchId, search }: Asked, endedAt: Date, ending: Ending): FetchEnding {
  const nothing = {
    problem: '',
    etag: null,
    lastModified: null,
    digest: null,
    organisationCount: null,
    uploadId: null,
  };
  return { ...nothing, ...ending, fetchId, endedAt, search: search.href };
}
