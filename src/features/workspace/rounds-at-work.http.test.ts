import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';

let service: TestService;
let manager: Visitor;
let coordinator: Visitor;

beforeAll(async () => {
  service = await startTestService('demo');
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
  coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: 'RL4' }]);
});
afterAll(() => service.close());

const trust = 'The Royal Wolverhampton NHS Trust';
const [older, newer] = ['early-check', 'later-check'];
const answer = { 'answer-LD1': 'neither', 'revision-LD1': '0' };

async function plan(label: string, dueOn: string): Promise<void> {
  const day = today(service.context.clock);
  const fields = { label, instrument: 'dmsa-2015', 'opens-on': day, 'due-on': dueOn };
  expect((await manager.submit(paths.newRound(), fields)).statusCode).toBe(303);
}

describe('two open rounds of assessment', () => {
  const waiting = async () =>
    (await coordinator.read(paths.workspace())).links.filter((words) => words.startsWith('Complete the '));
  /** Without that of the programme, which runs beside them. */
  const checks = async () => (await waiting()).filter((words) => words.includes('check”'));

  it('are both in the work of whoever has time left in them, each by its name', async () => {
    await plan('Early check', '1 5 2099');
    await plan('Later check', '1 6 2099');
    expect(await waiting()).toEqual(
      expect.arrayContaining([
        `Complete the assessment of ${trust} for “Early check”`,
        `Complete the assessment of ${trust} for “Later check”`,
      ]),
    );
    expect((await waiting()).join()).not.toContain('2015/16');
  });

  it('leave what was submitted in an earlier one to look at', async () => {
    const toLookAt = (await coordinator.read(paths.workspace())).section('To look at');
    expect(toLookAt.link(`Digital maturity self-assessment 2015/16: ${trust}`)).toBe(
      paths.organisationReport('RL4', 'dmsa-2015'),
    );
  });

  it('say of each other what becomes of what was begun', async () => {
    const list = paths.assessment('RL4', newer);
    expect((await coordinator.read(list)).links).not.toContain('“Early check”');
    const begun = paths.assessmentSection('RL4', older, 'leadership');
    expect((await coordinator.submit(begun, answer)).statusCode).toBe(303);
    const page = await coordinator.read(list);
    expect(page.link('“Early check”')).toBe(paths.assessment('RL4', older));
    expect(page.section('What to do next').text).toContain(
      '“Early check” is under way here too. Each has answers of its own: what is answered in one changes nothing',
    );

    expect((await coordinator.submit(paths.assessmentSection('RL4', newer, 'leadership'), answer)).statusCode).toBe(
      303,
    );
    expect(await checks()).toHaveLength(2);
    await manager.submit(paths.closeRound(older), { after: '0', reason: 'Over' });
    expect((await coordinator.read(list)).section('What to do next').text).toContain(
      '“Early check” was begun and not submitted, and its round is not open.',
    );
    expect(await checks()).toEqual([`Complete the assessment of ${trust} for “Later check”`]);
  });
});

describe('a persona whose footprint waits for a round that is closed', () => {
  it('is told so, and who can open it', async () => {
    // The deadline of the planning round was extended when the demonstration began.
    for (const [round, after] of [
      ['dmsa-2015', '0'],
      ['dmsa-2017', '0'],
      ['ldr-2016', '1'],
      [newer, '0'],
    ] as const) {
      expect((await manager.submit(paths.closeRound(round), { after, reason: 'Over' })).statusCode).toBe(303);
    }
    expect((await manager.read(paths.rounds())).text).toContain('No round is open, so nothing can be sent');
    const contributor = new Visitor(service.app);
    await contributor.become('persona-contributor');
    const strip = (await contributor.read(paths.about())).aside('Demonstration');
    expect(strip.text).toMatch(
      /Nothing waits for you\. The story of this footprint stops here: “.*” is closed\. Next: \w+ can open “.*” again/,
    );
    expect(strip.text).not.toContain('ends here');
  });
});

describe('where no round is open', () => {
  const waiting = async (visitor: Visitor) => (await visitor.read(paths.workspace())).section('Waiting for you');

  it('My work says so, and leads on whoever may open one', async () => {
    expect((await waiting(coordinator)).text).toBe(
      'No round is open, so nobody is asked to assess or to plan. A programme manager opens one.',
    );
    expect((await waiting(manager)).link('Plan or open a round')).toBe(paths.rounds());
  });

  it('My work names the one that is planned', async () => {
    const fields = { label: 'Next check', instrument: 'dmsa-2015', 'opens-on': '1 4 2099', 'due-on': '1 6 2099' };
    expect((await manager.submit(paths.newRound(), fields)).statusCode).toBe(303);
    expect((await waiting(coordinator)).text).toBe(
      'No round is open, so nobody is asked to assess or to plan. “Next check” opens on 1 April 2099.',
    );
    expect((await waiting(manager)).link('See the rounds')).toBe(paths.rounds());
  });
});
