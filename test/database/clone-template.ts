import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { openPool } from '../../src/platform/database/database.ts';

/**
 * Makes a database of its own on the server of the run, with all that the template holds. Its files are copied as they are: block by
 * block, each of them logged, takes three times as long.
 */
export async function cloneTemplate(template: string): Promise<{ url: string; ownerUrl: string }> {
  const server = inject('databaseServer');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = openPool(server.ownerUrl, 1);
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  await admin.end();
  const addressOf = (address: string) => address.replace(/\/postgres$/, `/${name}`);
  return { url: addressOf(server.url), ownerUrl: addressOf(server.ownerUrl) };
}
