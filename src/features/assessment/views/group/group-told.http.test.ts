import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../../test/database/visitor.ts';
import { paths } from '../../../../paths.ts';
import { today } from '../../../../platform/days.ts';
import { listOrganisationsOfTypes, type OrganisationRef } from '../../../directory/index.ts';
import { elementsUpTo } from '../../../scoring/testing/levelled-instrument.ts';
import { startServiceWith } from '../../testing/levelled-service.ts';
import { roundId } from '../../testing/real-instrument.ts';
import { groupPack } from '../../testing/settings-pack.ts';

/* What those are told who answer together, or propose to: who reads what they write, what cannot be taken away, who is there to agree. */

let service: TestService;
let trusts: OrganisationRef[];

beforeAll(async () => {
  service = await startServiceWith('facts', await groupPack());
  const { database, clock } = service.context;
  trusts = await listOrganisationsOfTypes(database, ['acute-trust'], today(clock));
});

afterAll(() => service.close());

type Side = { readonly trust: string; readonly name: string; readonly visitor: Visitor };

const section = (trust: string, id: string) => paths.assessmentSection(trust, roundId, id);
const together = (trust: string) => paths.answeringTogether(trust, roundId);

/** A trust that was not used before, with somebody who coordinates its assessment. */
async function side(person: string): Promise<Side> {
  const { organisationId: trust, name } = trusts.shift() ?? { organisationId: '', name: '' };
  const visitor = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: person });
  return { trust, name, visitor };
}

function propose(from: Pick<Side, 'trust' | 'visitor'>, otherId: string, sections: readonly string[]) {
  return from.visitor.submit(together(from.trust), { other: otherId, direction: 'take', sections });
}

async function agree({ trust, visitor }: Side): Promise<void> {
  const address = (await visitor.read(together(trust))).link('Decline the proposal').replace(/end$/, 'agree');
  expect((await visitor.submit(together(trust), {}, address)).statusCode).toBe(303);
}

/** The one of two that takes, and the one that gives; both agreed. */
async function agreed(sections: readonly string[] = ['leadership', 'people']) {
  const [taker, giver] = [await side('Tara Taker'), await side('Gita Giver')];
  await propose(taker, giver.trust, sections);
  await agree(giver);
  return { taker, giver };
}

const choose = ({ trust, visitor }: Side, settings: readonly string[]) =>
  visitor.submit(paths.careSettings(trust, roundId), { settings, reason: 'We run these.' });

describe('who gives answers', () => {
  test('is told where people write who else reads and signs them', async () => {
    const { taker, giver } = await agreed(['leadership']);
    const words = `${taker.name} takes these answers as its own. People there read them with the notes, and sign them.`;
    const contributor = await signInAs(service, [{ role: 'contributor', scopeId: giver.trust }]);
    expect((await contributor.read(section(giver.trust, 'leadership'))).text).toContain(words);
    expect((await contributor.read(section(giver.trust, 'technology'))).text).not.toContain(words);
  });

  test('leaves out no care setting of which another takes answers', async () => {
    const { taker, giver } = await agreed();
    await choose(giver, ['acute', 'community']);
    expect(readPage(await choose(giver, ['community']), 422).errors).toMatchObject([
      {
        message: `${taker.name} takes answers of a care setting that you leave out. Stop answering together first, or agree on other sections`,
      },
    ]);
    expect((await choose(giver, ['acute'])).statusCode).toBe(303);
    const end = (await taker.visitor.read(together(taker.trust))).link('Stop answering together');
    await taker.visitor.submit(end, { reason: 'We are led apart from April.' });
    expect((await choose(giver, ['community'])).statusCode).toBe(303);
  });

  test('has a page that saves itself told that its section is answered elsewhere now', async () => {
    const [taker, giver] = [await side('Tara Taker'), await side('Gita Giver')];
    const address = section(taker.trust, 'leadership');
    const typed = (level: number, revision: string) =>
      taker.visitor.type(address, { 'answer-WL1': elementsUpTo('WL1', level), 'revision-WL1': revision });
    expect((await typed(3, '0')).statusCode).toBe(200);
    await propose(taker, giver.trust, ['leadership']);
    await agree(giver);
    const refused = await typed(4, '1');
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'answers-locked']);
  });
});

test('a proposal to an organisation where nobody could agree is said to wait for somebody to be invited', async () => {
  const taker = await side('Tara Taker');
  const { organisationId: trust, name } = trusts.shift() ?? { organisationId: '', name: '' };
  await propose(taker, trust, ['leadership']);
  const page = await taker.visitor.read(together(taker.trust));
  expect(page.told).toContain(`The proposal to ${name} is kept, but nobody holds a role there yet`);
  const words = `Nobody at ${name} holds a role yet by which this could be agreed, so nobody was told.`;
  expect(page.text).toContain(`${words} Ask the programme office to invite its coordinator.`);
  await signInAs(service, [{ role: 'signatory', scopeId: trust }]);
  expect((await taker.visitor.read(together(taker.trust))).text).not.toContain(words);
});
