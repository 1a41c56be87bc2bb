import type { FastifyInstance } from 'fastify';
import { type TestService, testSecret } from '../../../../test/database/test-service.ts';
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
