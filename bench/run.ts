import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFormPage } from './form-page/form-page.ts';
import { benchGrowth } from './growth/growth.ts';
import { benchHostileFiles } from './hostile-files.ts';
import { benchImportGrowth } from './import-growth.ts';
import { benchImportPractices } from './import-practices.ts';
import { benchLists } from './lists.ts';
import { benchFirstReading } from './public-pages/first-reading.ts';
import { benchMemory } from './public-pages/memory.ts';
import { benchPublicPages } from './public-pages/public-pages.ts';
import { benchReminders } from './reminders.ts';
import { benchReturnWorkbook } from './return-workbook.ts';
import { benchRoadmapFiles } from './roadmap-files.ts';
import type { BenchRow } from './row.ts';
import { benchSaveAnswer } from './save-answer.ts';
import { benchRescoring } from './scoring/rescoring.ts';
import { benchScoring } from './scoring/scoring.ts';
import { benchSearch } from './search.ts';
import { benchSignedInPages } from './signed-in-pages.ts';
import { benchStartUp } from './start-up.ts';

const folder = path.dirname(fileURLToPath(import.meta.url));

function print(row: BenchRow): void {
  const verdict = row.ratio >= row.toReach ? 'reached' : 'NOT reached';
  process.stdout.write(
    `\n${row.name}\n  ours     ${row.ours}\n  against  ${row.against}\n  ratio    ${row.ratio.toFixed(2)}, to reach ${row.toReach}: ${verdict}\n`,
  );
}

const options = process.argv.slice(2);
/** Measures what takes minutes at its full size. */
const isFull = options.includes('--full');

const rows: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow | BenchRow[]>>> = {
  'public-pages': () => benchPublicPages(folder),
  'first-reading': benchFirstReading,
  memory: benchMemory,
  'form-page': () => benchFormPage(folder),
  'save-answer': benchSaveAnswer,
  'signed-in-pages': benchSignedInPages,
  'import-practices': benchImportPractices,
  'hostile-files': () => benchHostileFiles(folder),
  'import-growth': () => benchImportGrowth(isFull),
  reminders: benchReminders,
  'return-workbook': benchReturnWorkbook,
  scoring: benchScoring,
  rescoring: benchRescoring,
  'roadmap-files': benchRoadmapFiles,
  search: benchSearch,
  lists: benchLists,
  'start-up': benchStartUp,
  growth: benchGrowth,
};

/** What writes a page of the documentation is measured where somebody asks for it. */
const onlyWhenAsked = ['growth'];

const wanted = options.filter((option) => !option.startsWith('--'));
for (const [name, run] of Object.entries(rows)) {
  if (wanted.length === 0 ? !onlyWhenAsked.includes(name) : wanted.includes(name)) {
    [await run()].flat().forEach(print);
  }
}
