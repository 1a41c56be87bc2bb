import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

it('gives an organisation more time by its name, where no other is called so', async () => {
  const manager = await signInAs(service, [{ role: 'programme-manager' }]);
  const typed = { scope: 'organisation', 'due-on': '1 May 2099', reason: 'They asked for it', after: '0' };
  const extend = (organisation: string) => manager.submit(paths.extendRound('dmsa-2017'), { ...typed, organisation });
  const several = readPage(await extend('Doncaster'), 422);
  expect(several.errors[0]?.message).toContain('Which place is “Doncaster”? Enter ');
  expect((await extend('royal wolverhampton nhs')).statusCode).toBe(303);
  const page = await manager.read(paths.round('dmsa-2017'));
  expect(page.told).toContain('The deadline for The Royal Wolverhampton NHS Trust is now 1 May 2099');
});
