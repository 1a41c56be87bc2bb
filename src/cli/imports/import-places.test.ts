import { describe, expect, it } from 'vitest';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

const cases: [what: string, args: string[], complaint: string][] = [
  ['no day', ['areas', 'areas.csv'], 'Say with --dated YYYY-MM-DD'],
  ['a day that is not', ['memberships', 'members.csv', '--dated', '2016-02-30'], 'Say with --dated YYYY-MM-DD'],
  ['no file', ['memberships', '--dated', '2016-10-31'], 'Name one file.'],
  ['two files', ['areas', 'areas.csv', 'links.csv', '--dated', '2016-10-31'], 'Name one file.'],
  ['a file that is not there', ['areas', 'no-such.csv', '--dated', '2016-10-31'], 'no-such.csv: There is no such file'],
  [
    'a file of boundaries whose codes are in a table',
    ['areas', 'map.geojson', '--codes', 'codes.csv'],
    '--kind must say what the areas are',
  ],
];

describe('ldr import areas and ldr import memberships', () => {
  it.each(cases)('refuse %s', async (_, args, complaint) => {
    const terminal = recordingTerminal();
    expect(await runLdr(['import', ...args], terminal)).toBe(2);
    expect(terminal.complained()).toContain(complaint);
  });
});
