import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmeFolder } from '../project-folder.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';
// Loaded with the test rather than within its time: it knows the kinds of content, and those bring their pages along.
import './pack-check.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-pack-'));
  await cp(programmeFolder, path.join(folder, 'pack'), { recursive: true });
  const file = path.join(folder, 'pack', 'review.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('shareNeeded: 1', 'shareNeeded: 7'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('ldr pack check', () => {
  it('finds the packs that come with the service sound', async () => {
    const terminal = recordingTerminal();
    expect(await runLdr(['pack', 'check'], terminal)).toBe(0);
    expect(terminal.printed()).toContain('england-ldr is sound');
  }, 60_000);

  it('names file and line of every fault', async () => {
    const terminal = recordingTerminal({ folder });
    expect(await runLdr(['pack', 'check', 'pack'], terminal)).toBe(1);
    const lines = (await readFile(path.join(folder, 'pack', 'review.yaml'), 'utf8')).split('\n');
    const line = lines.findIndex((text) => text.includes('shareNeeded: 7')) + 1;
    expect(terminal.printed()).toContain(`${path.join(folder, 'pack', 'review.yaml')}:${line} `);
  });

  it('names file and line of a part that asks for what a roadmap cannot hold', async () => {
    await cp(programmeFolder, path.join(folder, 'asking'), { recursive: true });
    const file = path.join(folder, 'asking', 'roadmap-template.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('tables: [risks]', 'tables: [hazards]'));
    const line = text.split('\n').findIndex((each) => each.includes('tables: [risks]')) + 1;
    const terminal = recordingTerminal({ folder });
    expect(await runLdr(['pack', 'check', 'asking'], terminal)).toBe(1);
    expect(terminal.printed()).toContain(`${file}:${line} "tables": "hazards" is no kind of content`);
  });

  it('counts by care setting what can be compared in some alone', async () => {
    const limited = path.join(folder, 'limited');
    await cp(programmeFolder, limited, { recursive: true });
    const file = path.join(limited, 'instrument-dmsa-2017-readiness.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('kind: same, from: [SA1]', 'kind: same, from: [SA1], comparable: [acute]'));
    const terminal = recordingTerminal({ folder });
    expect(await runLdr(['pack', 'check', 'limited'], terminal)).toBe(0);
    const [, acute = '', community = ''] =
      /scored and compared in acute (\d+),.* community (\d+)/.exec(terminal.printed()) ?? [];
    expect(Number(acute)).toBeGreaterThan(Number(community));
  });

  it('names file and line of a fault in its facts', async () => {
    const sound = path.join(folder, 'sound');
    await cp(programmeFolder, sound, { recursive: true });
    const file = path.join(sound, 'reference', 'memberships.csv');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('bar,02P,', 'bar,0ZZ,'));
    const terminal = recordingTerminal({ folder });
    expect(await runLdr(['pack', 'check', 'sound'], terminal)).toBe(1);
    expect(terminal.printed()).toContain(`${file}:2 there is no organisation 0ZZ`);
  });

  it('names file and line of every fault in what it makes up', async () => {
    const madeUp = path.join(folder, 'made-up');
    await cp(programmeFolder, madeUp, { recursive: true });
    const change = async (name: string, from: string, to: string) => {
      const file = path.join(madeUp, 'illustration', name);
      const text = await readFile(file, 'utf8');
      expect(text).toContain(from);
      await writeFile(file, text.replace(from, to));
    };
    const terminal = recordingTerminal({ folder });
    const check = async () => {
      expect(await runLdr(['pack', 'check', 'made-up'], terminal)).toBe(1);
      return terminal.printed();
    };
    await change('answers.yaml', 'seed: 2016', 'seed: many');
    await change('people.yaml', 'role: analyst', 'role: visitor');
    const shapes = await check();
    expect(shapes).toMatch(/illustration\/answers\.yaml:\d+ "seed": /);
    expect(shapes).toMatch(/illustration\/people\.yaml:\d+ "role": is no role/);

    await change('answers.yaml', 'seed: many', 'seed: 2016');
    await change('people.yaml', 'role: visitor', 'role: analyst');
    await change('answers.yaml', 'RL4: not-started', 'NOPE: not-started');
    await change('answers.yaml', 'leadership: 77', 'leaders: 77');
    await change('footprint-forms.yaml', 'lead: 05A', 'lead: 0ZZ');
    await change('roadmap.yaml', '  don: published', '  nowhere: published');
    const contents = await check();
    const answers = (await readFile(path.join(madeUp, 'illustration', 'answers.yaml'), 'utf8')).split('\n');
    const line = answers.findIndex((text) => text.includes('NOPE: not-started')) + 1;
    expect(contents).toContain(`illustration/answers.yaml:${line} there is no organisation NOPE`);
    expect(contents).toMatch(/illustration\/answers\.yaml:\d+ there is no section leaders/);
    expect(contents).toMatch(/illustration\/footprint-forms\.yaml:\d+ there is no organisation 0ZZ/);
    expect(contents).toMatch(/illustration\/roadmap\.yaml:\d+ there is no footprint nowhere/);
  }, 60_000);

  it('finds a fault in a folder that holds no pack', async () => {
    const terminal = recordingTerminal({ folder });
    expect(await runLdr(['pack', 'check', '.'], terminal)).toBe(1);
    expect(terminal.printed()).toContain('holds no .yaml file');
  });

  it.each([['absent'], ['pack/review.yaml']])('says that %s is no folder', async (name) => {
    const terminal = recordingTerminal({ folder });
    expect(await runLdr(['pack', 'check', name], terminal)).toBe(2);
    expect(terminal.complained()).toContain('There is no folder');
  });
});
