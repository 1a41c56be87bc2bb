import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addPerson, signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { settledOrWaiting } from '../../../../test/database/settled-or-waiting.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { lockEvidenceOf } from '../../evidence/index.ts';
import { findAssessment } from '../assessment-repository.ts';
import { readRecomputed } from '../scoring/read-recomputed.ts';
import { reopenAssessment } from '../signing/reopen-assessment.ts';
import { coordinatorOf, evidenceFor, itemsOf, onlyItemOf, SA2, typedIn } from '../testing/evidence-steps.ts';
import { answerAll, sectionOf } from '../testing/pages.ts';
import { actingAs, nextTrust, realInstrument, realRound, roundId } from '../testing/real-instrument.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

describe('the class of an answer', () => {
  const classesOf = async (visitor: Visitor, trust: string) => {
    const { body } = await visitor.get(paths.assessmentAnswers(trust, roundId));
    return new Map(
      body
        .split('\r\n')
        .map((line) => line.split(','))
        .map((cells) => [cells[1] ?? '', cells]),
    );
  };

  it('is evidenced while what it rests on holds, asserted again once it has expired, and frozen by the signature', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    await answerAll(cora, await realInstrument(), trust);
    await cora.submit(evidenceFor(trust), { link: 'https://trust.example/a', expires: '1 May 2017' });
    await cora.submit(evidenceFor(trust, SA2), { link: 'https://trust.example/b' });
    await cora.submit(paths.assessmentRequest(trust, roundId), {});
    const section = await cora.read(sectionOf(trust, 'strategic-alignment'));
    const classes = section.table('Answers').map((cells) => cells[4]);
    expect(classes.slice(0, 3)).toEqual(['Asserted', 'Evidenced', 'Asserted']);
    expect(section.text).toContain('Expired');

    const chief = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
    const address = paths.assessmentAuthorise(trust, roundId);
    const page = await chief.read(address);
    expect(page.text).toMatch(/gives evidence for 1 of \d+ answers/);
    const signed = { declaration: 'accepted', digest: page.hidden('digest') };
    expect((await chief.submit(address, signed)).statusCode).toBe(303);
    const score = await service.database
      .selectFrom('assessment_score')
      .select('evidenced')
      .where('organisation_id', '=', trust)
      .where('level', '=', 'overall')
      .executeTakeFirstOrThrow();
    expect(score.evidenced).toBe(1);
    expect((await classesOf(cora, trust)).get('SA2')?.join()).toContain('evidenced');

    // What happens afterwards changes nothing of it, and what it rested on is removed with a word alone.
    const [first, second] = await itemsOf(service, trust);
    const remove = paths.removeEvidence(trust, roundId, second?.evidence_id ?? '');
    const refused = readPage(await cora.submit(remove, { reason: 'Old' }), 422);
    expect(refused.errors[0]?.message).toContain('A signed return rests on it');
    expect((await cora.submit(remove, { reason: 'Old', signed: 'accepted' })).statusCode).toBe(303);
    const after = await cora.read(sectionOf(trust, 'strategic-alignment'));
    const [, , , removed, kept] = after.table('Answers')[1] ?? [];
    expect(removed).toContain('Removed');
    expect(kept).toBe('Evidenced');
    const late = { link: 'https://trust.example/c', title: 'Late' };
    const withForm = paths.evidenceItem(trust, roundId, first?.evidence_id ?? '');
    const locked = readPage(await cora.submit(withForm, late, evidenceFor(trust)), 409);
    expect(typedIn(locked, 'title')).toBe('Late');
    expect(locked.text).toContain('The answers are locked, and what they rest on with them');
  });
});

describe('a signed return that is opened again', () => {
  it('rests on what it rested on at its last signing, though that is nothing, and no note is enough any more', async () => {
    const trust = nextTrust();
    const cora = await coordinatorOf(service, trust);
    await answerAll(cora, await realInstrument(), trust);
    await cora.submit(evidenceFor(trust, SA2), { link: 'https://trust.example/a' });
    await sign(cora, trust);
    expect(await evidencedIn(cora, trust)).toEqual({ onPage: ['SA2'], inFile: ['SA2'], scored: 1, differences: [] });
    const key = await assessmentOf(trust);
    // As those who had signed it with a note before evidence could be kept.
    await service.owner
      .insertInto('noted_answer')
      .values({ organisation_id: trust, assessment_id: key.assessmentId, question_id: 'SA1' })
      .execute();
    expect(await evidencedIn(cora, trust)).toMatchObject({ onPage: ['SA1', 'SA2'], inFile: ['SA1', 'SA2'] });

    await reopen(trust);
    const item = await onlyItemOf(service, trust);
    const remove = paths.removeEvidence(trust, roundId, item);
    const asked = await cora.read(remove);
    expect(asked.text).toContain('These answers will no longer rest on it');
    expect(asked.text).not.toContain('A signed return rests on it');
    const under = evidenceFor(trust, SA2);
    expect((await cora.submit(under, { [`take-off-${item}`]: 'off' }, `${under}/uses`)).statusCode).toBe(303);
    await sign(cora, trust);
    expect(await evidencedIn(cora, trust)).toEqual({ onPage: [], inFile: [], scored: 0, differences: [] });
    expect((await cora.read(sectionOf(trust, SA2.section))).text).not.toContain('trust.example');
    expect((await cora.submit(remove, { reason: 'Old' })).statusCode).toBe(303);
  });

  async function sign(cora: Visitor, trust: string): Promise<void> {
    expect((await cora.submit(paths.assessmentRequest(trust, roundId), {})).statusCode).toBe(303);
    const chief = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
    const address = paths.assessmentAuthorise(trust, roundId);
    const digest = (await chief.read(address)).hidden('digest');
    expect((await chief.submit(address, { declaration: 'accepted', digest })).statusCode).toBe(303);
  }

  async function assessmentOf(trust: string) {
    const assessment = await findAssessment(service.database, trust, roundId);
    if (assessment === null) {
      throw new Error('It was answered');
    }
    return assessment;
  }

  async function reopen(trust: string): Promise<void> {
    const { database } = service;
    const { organisationId, assessmentId, careSetting } = await assessmentOf(trust);
    const { digest } = await database
      .selectFrom('assessment_signature')
      .select('digest')
      .where('assessment_id', '=', assessmentId)
      .executeTakeFirstOrThrow();
    const of = { organisationId, roundId, careSetting, round: await realRound() };
    const by = actingAs('reg', [], service.context.clock());
    await addPerson(service, [{ role: 'programme-manager' }], { personId: 'reg' });
    const reopened = await reopenAssessment(database, { ...of, kind: 'reopen', digest, reason: 'One is wrong' }, by, {
      resultsPublic: 'on-a-day',
    });
    expect(reopened).toEqual({ kind: 'ok' });
  }

  /** Which answers are called evidenced, wherever it is said. */
  async function evidencedIn(cora: Visitor, trust: string) {
    const { assessmentId } = await assessmentOf(trust);
    const section = await cora.read(sectionOf(trust, SA2.section));
    const { body } = await cora.get(paths.assessmentAnswers(trust, roundId));
    const { evidenced } = await service.database
      .selectFrom('assessment_score')
      .select('evidenced')
      .where('assessment_id', '=', assessmentId)
      .where('level', '=', 'overall')
      .executeTakeFirstOrThrow();
    const differences: unknown[] = [];
    for await (const anew of readRecomputed(service.database, service.app.programme.pack, roundId)) {
      differences.push(...(anew.organisationId === trust ? anew.differences : []));
    }
    return {
      onPage: section.table('Answers').flatMap((cells, at) => (cells[4] === 'Evidenced' ? [`SA${at + 1}`] : [])),
      inFile: body.split('\r\n').flatMap((line) => (/,evidenced(,|$)/.test(line) ? [line.split(',')[1]] : [])),
      scored: evidenced,
      differences,
    };
  }
});

describe('what somebody is asked to sign', () => {
  test.each([
    ['removed', paths.removeEvidence, { reason: 'Old' }],
    ['changed', paths.evidenceItem, { title: 'Another name', version: '1' }],
  ] as const)(
    'is not %s by whoever opened the page before, though both are under way at once',
    async (_what, address, form) => {
      const trust = nextTrust();
      const cora = await coordinatorOf(service, trust);
      await answerAll(cora, await realInstrument(), trust);
      await cora.submit(evidenceFor(trust), { link: 'https://trust.example/a', title: 'Paper' });
      const item = await onlyItemOf(service, trust);
      const sent = await service.database.transaction().execute(async (transaction) => {
        await lockEvidenceOf(transaction, trust);
        const asking = cora.submit(paths.assessmentRequest(trust, roundId), {});
        await settledOrWaiting(service.owner, asking);
        const changing = cora.submit(address(trust, roundId, item), form);
        await settledOrWaiting(service.owner, Promise.all([asking, changing]), 2);
        return { asking, changing };
      });
      expect((await sent.asking).statusCode).toBe(303);
      const page = readPage(await sent.changing, 409);
      expect(page.errors[0]?.message).toContain('waits for a signature');
      for (const [name, value] of Object.entries(form)) {
        expect(name === 'version' ? value : typedIn(page, name)).toBe(value);
      }
      expect(await itemsOf(service, trust)).toHaveLength(1);
      const { versions, removals } = await kept(trust);
      expect([versions, removals]).toEqual([1, 0]);
    },
  );

  async function kept(trust: string) {
    const { database } = service;
    const of = ['organisation_id', '=', trust] as const;
    return {
      versions: (
        await database
          .selectFrom('evidence_version')
          .select('version')
          .where(...of)
          .execute()
      ).length,
      removals: (
        await database
          .selectFrom('evidence_removal')
          .select('reason')
          .where(...of)
          .execute()
      ).length,
    };
  }
});
