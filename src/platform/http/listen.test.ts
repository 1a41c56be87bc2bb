import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { ListenError, listen } from './listen.ts';

test('answers with the address', async () => {
  const app = Fastify();
  expect(await listen(app, '127.0.0.1', 0)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await app.close();
});

test('a port in use is named, with the setting to change', async () => {
  const first = Fastify();
  const port = Number(new URL(await listen(first, '127.0.0.1', 0)).port);
  const second = Fastify();
  const refused = listen(second, '127.0.0.1', port);
  await expect(refused).rejects.toThrow(ListenError);
  await expect(refused).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`);
  await Promise.all([first.close(), second.close()]);
});

test('so is an address the machine does not have', async () => {
  const app = Fastify();
  await expect(listen(app, '192.0.2.1', 0)).rejects.toThrow('This machine has no address 192.0.2.1');
  await app.close();
});
