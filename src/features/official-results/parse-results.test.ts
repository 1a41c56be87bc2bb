import { describe, expect, it } from 'vitest';
import { describeFault } from '../directory-import/index.ts';
import { countScores } from './official-results.ts';
import { parseResults } from './parse-results.ts';

const header = 'organisation_code,organisation_name,care_setting,year,Well led,Safe practice,note';
const read = (...rows: string[]) => parseResults({ fileName: 'results.csv', text: rows.join('\n') });

function rowsOf(...lines: string[]) {
  const parsed = read(...lines);
  return parsed.kind === 'results' ? parsed.rows : parsed.faults;
}

function faultsOf(...lines: string[]) {
  const parsed = read(...lines);
  return parsed.kind === 'refused' ? parsed.faults.map(describeFault) : [];
}

describe('a file of published results', () => {
  it('is read with its measures, and every score as it was printed', () => {
    const parsed = read(header, 'RZ1,VALE NHS TRUST,Acute,2025,2.80,3,', ',Hill Trust,Acute,2025,,2.130952,by name');
    expect(parsed).toMatchObject({ kind: 'results', measures: ['Well led', 'Safe practice'], notes: [] });
    expect(parsed.kind === 'results' && parsed.rows).toEqual([
      { code: 'RZ1', name: 'VALE NHS TRUST', careSetting: 'Acute', year: 2025, scores: ['2.80', '3'], note: '' },
      { code: null, name: 'Hill Trust', careSetting: 'Acute', year: 2025, scores: [null, '2.130952'], note: 'by name' },
    ]);
    expect(parsed.kind === 'results' && countScores(parsed)).toBe(3);
  });

  it('is read after a spreadsheet has had it', () => {
    const text = [
      'sep=;',
      '"Year";"Organisation Name";"Care setting";"Organisation code";"Well led"',
      '"2025.0";" Vale  NHS Trust ";"Acute";"=""RZ1""";"2.8"',
      ';;;;',
      '"2025";"Hill";"Acute";"RZ2";"NA"',
      '',
    ].join('\r\n');
    expect(parseResults({ fileName: 'results.csv', text: `\uFEFF${text}` })).toMatchObject({
      kind: 'results',
      measures: ['Well led'],
      rows: [
        { code: 'RZ1', name: expect.stringMatching(/^Vale +NHS Trust$/), year: 2025, scores: ['2.8'] },
        { code: 'RZ2', scores: [null] },
      ],
    });
  });

  it('names every fault at once, with line and column', () => {
    const faults = faultsOf(
      header,
      'rz1,,Acute,25,2.8,3,',
      'RZ2,Vale,Acute,2025,"2,8",3.1a,',
      'RZ3,Hill,Acute,2025,2.8',
      '1.00E+05,Dale,,2025,1,1,',
    );
    expect(faults).toEqual([
      'line 2, column 1 (organisation_code): must be an ODS code, or empty where the publication has none, not "rz1"',
      'line 2, column 2 (organisation_name): must not be empty',
      'line 2, column 4 (year): must be a year of four digits, not "25"',
      'line 3, column 5 (Well led): must be a figure such as 2.8, not "2,8"; a spreadsheet seems to have put a comma in the place of the point',
      'line 3, column 6 (Safe practice): must be a figure such as 2.8, not "3.1a"',
      'line 4: has 5 fields where the header has 7',
      expect.stringMatching(
        /^line 5, column 1 \(organisation_code\): a spreadsheet seems to have taken the code for a number/,
      ),
      'line 5, column 3 (care_setting): must not be empty',
    ]);
  });

  it('refuses two rows of one organisation, care setting and year, and takes other settings and years', () => {
    const rows = ['RZ1,Vale,Acute,2025,1,1,', 'RZ1,Vale,Community,2025,1,1,', 'RZ1,Vale,Acute,2024,1,1,'];
    expect(rowsOf(header, ...rows)).toHaveLength(3);
    expect(faultsOf(header, ...rows, 'RZ1,Vale Trust,ACUTE,2025,2,2,')).toEqual([
      'line 5: is a second row for the organisation, care setting and year of line 2',
    ]);
  });

  it('leaves out what is odd and identifies nothing, and tells it', () => {
    const wordy = `${header},Region`;
    const parsed = read(wordy, `RZ1,Vale,Acute,2025,2.8,[c],${'long '.repeat(101)}x,London`);
    expect(parsed).toMatchObject({
      kind: 'results',
      measures: ['Well led'],
      rows: [{ scores: ['2.8'], note: '' }],
    });
    expect(parsed.kind === 'results' && parsed.notes).toEqual([
      'A column without figures was left out (2 times: Safe practice; Region).',
      'A note of more than 500 characters was left out (line 2).',
    ]);
    expect(read(header, 'RZ1,Vale,Acute,2025,2.8,[c],', 'RZ2,Hill,Acute,2025,1,1,')).toMatchObject({
      notes: ['A mark in the place of a figure was left out (line 2, Safe practice, "[c]").'],
    });
  });

  it('says which header it needs, and that it has no figures', () => {
    expect(faultsOf('organisation_code,score', 'RZ1,2')).toEqual([
      expect.stringMatching(
        /^line 1: the header must have organisation_code, organisation_name, care_setting, year, a column/,
      ),
    ]);
    expect(faultsOf(header, 'RZ1,Vale,Acute,2025,,,')).toEqual([
      'line 1: no column has figures: each measure has a column of its own',
    ]);
    expect(faultsOf(header.replace('Safe practice', 'Well led'), 'RZ1,Vale,Acute,2025,1,2,')).toHaveLength(1);
    expect(faultsOf('')).toEqual(['line 1: the file is empty']);
  });
});
