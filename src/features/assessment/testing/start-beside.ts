import type { FastifyInstance } from 'fastify';
import { type GrantToHold, type PersonToBe, signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService, testSecret } from '../../../../test/database/test-service.ts';
import { buildApp } from '../../../compose.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { keepInstruments } from '../instruments/keep-instruments.ts';
import { changedPacks, type PackChange } from './changed-pack.ts';

/** Further processes on the database of a service, each started with a pack in which something is otherwise. */
export async function processesBeside(service: TestService) {
  const packs = await changedPacks();
  const open: FastifyInstance[] = [];
  const start = async (...changes: readonly PackChange[]): Promise<FastifyInstance> => {
    const pack = await readProgrammePack(await packs.make(...changes));
    const kept = await keepInstruments(service.owner, pack, new Date());
    const app = await buildApp({ ...service.context, pack: kept }, testSecret, service.changes);
    open.push(app);
    return app;
  };
  const close = async () => {
    await Promise.all(open.map((app) => app.close()));
    await packs.close();
  };
  return { start, close };
}

export type ServiceWithOthers = Awaited<ReturnType<typeof startWithOthersBeside>>;

/** A service of its own, further processes beside it, and people who sign in at one of them. */
export async function startWithOthersBeside() {
  const service = await startTestService('facts');
  const { start, close } = await processesBeside(service);
  return {
    service,
    start,
    signIn: (app: FastifyInstance, grants: readonly GrantToHold[], person: PersonToBe = {}) =>
      signInAs({ ...service, app }, grants, person),
    close: async () => {
      await close();
      await service.close();
    },
  };
}
