import { readFile } from 'node:fs/promises';
import { projectFolder } from '../../src/project-folder.ts';

type EarlierFile = 'roadmap-download.json' | 'frozen-roadmap.json' | 'frozen-footprint-form.json';

/** What version 0.2.0 gave out, as text. */
export function readEarlierFile(name: EarlierFile): Promise<string> {
  return readFile(projectFolder('test', 'fixtures', '0.2.0', name), 'utf8');
}
