import type { SheetRead } from '../../../platform/files/workbook/read/read-workbook.ts';
import type { ReturnFacts } from '../own-return.ts';
import { coverMarks, sheetLayout } from '../workbook/sheet-layout.ts';
import { alike, TAKE_ANOTHER } from './sheet-table.ts';

type Mark = keyof typeof coverMarks;

/** Why a file is not of these answers, and what to do, as sentences without the last full stop; null where it is. */
export function whyNotOurs(
  sheets: readonly SheetRead[],
  facts: Pick<ReturnFacts, 'organisation' | 'round' | 'careSetting' | 'instrument'>,
): string | null {
  const said = (mark: Mark) => beside(sheets, coverMarks[mark]);
  const layout = said('layout');
  if (layout === null) {
    return `The file is not a workbook of answers from this site, or its first sheet was taken out. ${TAKE_ANOTHER}`;
  }
  if (layout !== sheetLayout) {
    return `The file is laid out as another version of this site does it. ${TAKE_ANOTHER}`;
  }
  const { organisation, round, careSetting, instrument } = facts;
  const wanted: readonly (readonly [Mark, string, string])[] = [
    ['organisation', organisation.organisationId, `of the organisation ${organisation.name}`],
    ['round', round.id, `to “${round.label}”`],
    ['careSetting', careSetting.id, `for “${careSetting.label}”`],
    ['instrument', `${instrument.id} ${instrument.version}`, `to “${instrument.title}”, version ${instrument.version}`],
  ];
  const wrong = wanted.find(([mark, value]) => said(mark) !== value);
  if (wrong === undefined) {
    return null;
  }
  const [mark, , here] = wrong;
  return `The answers here are those ${here}. The file says “${said(mark) ?? ''}” under “${coverMarks[mark]}”. Choose the file that was taken from this page`;
}

/** What stands to the right of some words, wherever they stand; null where they do not. */
function beside(sheets: readonly SheetRead[], words: string): string | null {
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      const at = cells.findIndex(({ text }) => alike(text) === alike(words));
      if (at >= 0) {
        return cells[at + 1]?.text.trim() ?? '';
      }
    }
  }
  return null;
}
