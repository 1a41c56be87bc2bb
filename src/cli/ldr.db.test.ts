import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../test/database/test-service.ts';
import { Visitor } from '../../test/database/visitor.ts';
import { publishedVersion } from '../features/publication/testing/published.ts';
import { wolverhampton } from '../features/roadmap/testing/wolverhampton.ts';
import { paths } from '../paths.ts';
import { projectFolder } from '../project-folder.ts';

let service: TestService;
let folder: string;
let text: string;

beforeAll(async () => {
  service = await startTestService('facts');
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-program-'));
  await publishedVersion(await wolverhampton(service));
  text = (await new Visitor(service.app).get(paths.roadmapDownload('wolverhampton', 1))).body;
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

/** Runs the built program as a shell would, with none of the service's settings. */
function ldr(args: readonly string[], input = '') {
  const program = projectFolder('dist', 'ldr.mjs');
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, input, encoding: 'utf8', env: {} });
}

describe('the built program', () => {
  it('verifies a file as it is downloaded, in the folder it is called from', async () => {
    await writeFile(path.join(folder, 'roadmap.json'), text);
    const { status, stdout, stderr } = ldr(['verify', 'roadmap.json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^VERIFIED\n/);
    expect(stdout).toContain('Roadmap of Wolverhampton');
  });

  it('tells by its exit code that a file was changed, and that it cannot be read', () => {
    expect(ldr(['verify', '-'], text.replace('Half of the practices', 'Most of the practices'))).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^NOT VERIFIED\n/),
    });
    expect(ldr(['verify', '-'], 'nonsense').status).toBe(2);
    expect(ldr(['verify', 'absent.json']).status).toBe(2);
    expect(ldr([]).status).toBe(2);
  });
});
