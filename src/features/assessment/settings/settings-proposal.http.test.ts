import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { startServiceWith } from '../testing/levelled-service.ts';
import { roundId } from '../testing/real-instrument.ts';
import { settingsPack } from '../testing/settings-pack.ts';

const acute = 'Acute and specialist hospitals';
const community = 'Community health services';

let service: TestService;

beforeAll(async () => {
  service = await startServiceWith('facts', await settingsPack());
});

afterAll(() => service.close());

const list = (trust: string) => paths.assessment(trust, roundId);

async function choose(visitor: Visitor, trust: string, settings: readonly string[]) {
  return visitor.submit(paths.careSettings(trust, roundId), { settings, reason: 'We run the clinics since April.' });
}

describe('the care settings that official results name', () => {
  const said = 'Its official results of 2025 are for acute and ambulance (published by NHS England on 30 March 2026).';
  const ambulance = 'Ambulance services';
  const reason = 'As in the official results of 2025.';

  async function coordinatorOf(trust: string): Promise<Visitor> {
    return signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Cora Example' });
  }

  async function choicesOf(trust: string) {
    const columns = ['care_setting', 'answers', 'reason'] as const;
    const found = service.database.selectFrom('care_setting_choice').select(columns).orderBy('care_setting');
    return found.where('organisation_id', '=', trust).execute();
  }

  test('are proposed with their source, and hold once somebody has saved them', async () => {
    const cora = await coordinatorOf('R1F');
    const before = await cora.read(list('R1F'));
    expect(before.text).toContain(said);
    expect(before.text).toContain('Here it answers for others, as follows from its type');
    const asha = await signInAs(service, [{ role: 'contributor', scopeId: 'R1F' }]);
    expect((await asha.read(list('R1F'))).text).toContain('The coordinator chooses the care settings.');

    const form = await cora.read(paths.careSettings('R1F', roundId));
    expect(form.text).toContain(`${said} Its care settings of now are others.`);
    expect(form.chosen).toEqual([acute, ambulance]);
    expect(form.field('Why?').value).toBe(reason);
    expect(await choicesOf('R1F')).toEqual([]);
    expect((await cora.read(list('R1F'))).fact('Questions for').text).toContain(acute);

    const saved = await cora.submit(paths.careSettings('R1F', roundId), { settings: ['acute', 'ambulance'], reason });
    expect(saved.statusCode).toBe(303);
    const after = await cora.read(list('R1F'));
    expect(after.task(ambulance)).toBe('Nothing answered yet');
    expect(after.text).not.toContain('official results');
  });

  test('can be turned down for those of now, and are not proposed again', async () => {
    const trust = 'RJL';
    const cora = await coordinatorOf(trust);
    expect((await cora.read(paths.careSettings(trust, roundId))).chosen).toEqual([acute, community]);
    expect((await choose(cora, trust, ['acute'])).statusCode).toBe(303);
    const page = await cora.read(list(trust));
    expect(page.told).toContain('The care settings are confirmed');
    expect(page.text).not.toContain('official results');
    expect((await choicesOf(trust)).map(({ care_setting, answers }) => [care_setting, answers])).toEqual([
      ['acute', true],
      ['community', false],
    ]);
    const form = await cora.read(paths.careSettings(trust, roundId));
    expect(form.chosen).toEqual([acute]);
    expect(form.text).not.toContain('official results');
    expect(readPage(await choose(cora, trust, ['acute']), 422).errors).toMatchObject([
      { message: 'Choose other care settings than now, or go back' },
    ]);
  });

  test('are confirmed where they are those of now', async () => {
    const cora = await coordinatorOf('RNZ');
    expect((await cora.read(list('RNZ'))).text).toContain('which nobody has confirmed yet');
    const form = await cora.read(paths.careSettings('RNZ', roundId));
    expect(form.chosen).toEqual([acute]);
    expect(form.text).toContain('At first an organisation has what follows from its type');
    expect((await choose(cora, 'RNZ', ['acute'])).statusCode).toBe(303);
    expect((await cora.read(list('RNZ'))).text).not.toContain('which nobody has confirmed yet');
  });
});
