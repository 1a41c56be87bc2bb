import { expect, it } from 'vitest';
import { returnWorkbookLimits } from '../../../file-limits.ts';
import { readWorkbook } from '../../../platform/files/workbook/read/read-workbook.ts';
import { projectFolder, shippedProgrammes } from '../../../project-folder.ts';
import { fromWorkbook } from '../../assessment/index.ts';
import { type Instrument, questionsFor, readProgrammePack } from '../../programme/index.ts';
import { answersAlone, filledIn, returnWith } from '../testing/filled-return.ts';
import { differencesOf } from './differences.ts';

const packs = await Promise.all(
  shippedProgrammes().map((name) => readProgrammePack(projectFolder('programmes', name))),
);
const asked = packs.flatMap(({ instruments }) => instruments);
const settings = [...new Set(asked.flatMap(careSettingsOf))];

function careSettingsOf({ themes }: Instrument): string[] {
  return themes.flatMap(({ sections }) =>
    sections.flatMap(({ questions }) => questions.flatMap(({ careSettings }) => careSettings)),
  );
}

it.each(asked.map((instrument) => [`${instrument.id} ${instrument.version}`, instrument] as const))(
  'every question of %s comes back, with the longest notes there are, far within the limits of reading',
  (_, instrument) => {
    const sizes = settings.map((careSetting) => {
      const answers = questionsFor(instrument, careSetting).map(({ id }) => ({
        questionId: id,
        value: null,
        comment: 'é'.repeat(fromWorkbook.commentLimit),
        desired: null,
        revision: 1,
      }));
      const whole = returnWith(answers, { instrument, careSetting });
      const bytes = filledIn(whole, 'excel');
      const sheets = [...readWorkbook(bytes, returnWorkbookLimits.reading)];
      const read = answersAlone(sheets, whole);
      expect(read).toMatchObject({ kind: 'read', odd: [], missing: [] });
      expect(read.kind === 'read' && differencesOf(read.answers, whole, []).differences).toEqual([]);
      const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      return {
        bytes: bytes.length,
        sheets: sheets.length,
        cells: cells.length,
        characters: cells.reduce((sum, { text }) => sum + text.length, 0),
      };
    });
    for (const limit of ['sheets', 'cells', 'characters'] as const) {
      expect(3 * Math.max(...sizes.map((size) => size[limit]))).toBeLessThan(returnWorkbookLimits.reading[limit]);
    }
  },
);
