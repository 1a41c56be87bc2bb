import { randomUUID } from 'node:crypto';
import { addPerson } from '../../../../test/builders/sign-in-as.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { WrittenLetter } from '../../../platform/written-letter.ts';
import { insertAssessments } from '../../assessment/index.ts';
import type { Role } from '../../identity/index.ts';
import { instrumentOfRound, questionsFor, scaleOf } from '../../programme/index.ts';
import type { NoticesContext } from '../notices-context.ts';

export const ROUND = 'dmsa-2015';
export const TRUST = 'RL4';

/** Letters that are written but sent to nobody. */
export interface LetterBox {
  readonly written: WrittenLetter[];
  /** What telling people needs, at a moment if one is given. `take`: what is done with letters instead of keeping them. */
  readonly context: (moment?: string, take?: (letters: readonly WrittenLetter[]) => void) => NoticesContext;
  readonly subjectsTo: (email: string) => string[];
}

export function letterBox(service: TestService): LetterBox {
  const written: WrittenLetter[] = [];
  const context: LetterBox['context'] = (moment, take = (letters) => void written.push(...letters)) => {
    const addAll: NoticesContext['letters']['addAll'] = async (transaction, letters) => {
      take(letters);
      const rows = letters.map(({ to: recipient, subject, text: body, link }) => {
        return { recipient, subject, body, link, state: 'queued', written_at: new Date() };
      });
      const insert = transaction.insertInto('letter').values(rows).returning('letter_id as letterId');
      return rows.length === 0 ? [] : (await insert.execute()).map(({ letterId }) => letterId);
    };
    const clock = moment === undefined ? service.context.clock : () => new Date(moment);
    const letters = { addAll, add: async () => undefined, addAgain: async () => false };
    return { ...service.context, clock, letters };
  };
  return {
    written,
    context,
    subjectsTo: (email) => written.filter(({ to }) => to === email).map(({ subject }) => subject),
  };
}

/** The address of somebody new with one role. */
export async function holder(service: TestService, role: Role, scopeId: string): Promise<string> {
  return (await addPerson(service, [{ role, scopeId }])).email;
}

/** What kinds of things somebody was told, in their order. */
export async function kindsTold({ database }: Pick<TestService, 'database'>, email: string): Promise<string[]> {
  const rows = await database
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .select('kind')
    .where('person.email', '=', email)
    .orderBy('notice_id')
    .execute();
  return rows.map(({ kind }) => kind);
}

/** An assessment in which everything is answered; gives its id. */
export async function answered(
  { context }: TestService,
  organisationId = TRUST,
  state: 'in-progress' | 'submitted' = 'in-progress',
  roundId: string = ROUND,
): Promise<string> {
  const { database, pack } = context;
  const instrument = instrumentOfRound(pack, roundId);
  const answers = questionsFor(instrument, 'acute').map((question) => {
    const optionId = scaleOf(instrument, question).options[0]?.id ?? '';
    return { questionId: question.id, value: { kind: 'option' as const, optionId }, comment: '' };
  });
  const assessmentId = randomUUID();
  const at = new Date('2016-01-10T10:00:00Z');
  const submittedAt = state === 'submitted' ? at : null;
  const assessment = {
    organisationId,
    assessmentId,
    careSetting: 'acute',
    state,
    answers,
    answeredAt: at,
    submittedAt,
  };
  await database
    .transaction()
    .execute((transaction) =>
      insertAssessments(transaction, { roundId, instrument, assessments: [assessment], origin: 'A test', at }),
    );
  return assessmentId;
}
