import { readFileSync } from 'node:fs';
import { projectFolder } from '../../../project-folder.ts';
import type { Instrument, ProgrammePack } from '../../programme/index.ts';
import { parseProgrammePack } from '../../programme/parse-programme-pack.ts';
import { SMALL_PACK } from '../../programme/small-pack.fixture.ts';

/** A tiny pack in the shape of another country's: seven weighted dimensions, in each of which points are added up, from 0 to 100. */
export function pointsPack(): ProgrammePack {
  const files = ['instrument.yaml', 'programme.yaml'].map((path) => ({
    path,
    text: readFileSync(projectFolder('test', 'fixtures', 'packs', 'points', path), 'utf8'),
  }));
  // Its letters would be the small pack's, word for word.
  const parsed = parseProgrammePack([...files, ...SMALL_PACK.filter(({ path }) => path === 'letters.yaml')]);
  if (parsed.kind === 'faults') {
    throw new Error(parsed.faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  }
  return parsed.pack;
}

/** Its instrument, small enough to reckon by hand. */
export function weightedInstrument(): Instrument {
  const [instrument] = pointsPack().instruments;
  if (instrument === undefined) {
    throw new Error('The pack has an instrument');
  }
  return instrument;
}
