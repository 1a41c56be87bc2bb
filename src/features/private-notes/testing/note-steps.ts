import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { formOn, untouched } from '../../../../test/database/page-forms.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { roundId } from '../../assessment/testing/real-instrument.ts';

export const QUESTION = 'SA1';

/** The page of the private notes about one answer. */
export function notesOf(trust: string, question = QUESTION): string {
  return paths.questionNotes(trust, roundId, question);
}

/** Two people of an organisation. */
export interface Pair {
  readonly trust: string;
  readonly ben: Visitor;
  readonly asha: Visitor;
  readonly ashaId: string;
}

export async function pairOf(service: TestService, trust: string): Promise<Pair> {
  const ashaId = `asha-of-${trust}`;
  const ben = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], {
    personId: `ben-of-${trust}`,
    name: 'Ben Example',
  });
  const asha = await signInAs(service, [{ role: 'contributor', scopeId: trust }], {
    personId: ashaId,
    name: 'Asha Example',
  });
  return { trust, ben, asha, ashaId };
}

/** The ids of the threads of an organisation, in the order in which they were begun. */
export async function threadsOf({ database }: Pick<TestService, 'database'>, trust: string): Promise<string[]> {
  const rows = await database
    .selectFrom('thread_step')
    .select('thread_id')
    .where('scope_id', '=', trust)
    .where('number', '=', 1)
    .orderBy('taken_at')
    .execute();
  return rows.map(({ thread_id: id }) => id);
}

/** Begins a thread and answers its id. */
export async function begin(
  service: TestService,
  { trust, ben }: Pick<Pair, 'trust' | 'ben'>,
  text: string,
  to: readonly string[] = [],
): Promise<string> {
  const response = await ben.submit(notesOf(trust), { 'text-new': text, 'tell-new': to });
  if (response.statusCode !== 303) {
    throw new Error(`The thread was not begun (status ${response.statusCode})`);
  }
  return (await threadsOf(service, trust)).at(-1) ?? '';
}

/** What the form under a thread holds as the page stands, to be sent later. */
export async function formOf(
  visitor: Visitor,
  trust: string,
  thread: string,
): Promise<Record<string, string | readonly string[]>> {
  return untouched(formOn((await visitor.get(notesOf(trust))).body, `text-${thread}`));
}

/** Where what is added to a thread is sent. */
export function addressOf(trust: string, thread: string): string {
  return paths.thread(trust, roundId, QUESTION, thread);
}
