import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFormPage } from './form-page/form-page.ts';
import { benchHostileFiles } from './hostile-files.ts';
import { benchImportPractices } from './import-practices.ts';
import { benchLists } from './lists.ts';
import type { BenchRow } from './row.ts';
import { benchSaveAnswer } from './save-answer.ts';
import { benchSearch } from './search.ts';
import { benchStartUp } from './start-up.ts';

const folder = path.dirname(fileURLToPath(import.meta.url));

function print(row: BenchRow): void {
  const verdict = row.ratio >= row.toReach ? 'reached' : 'NOT reached';
  process.stdout.write(
    `\n${row.name}\n  ours     ${row.ours}\n  against  ${row.against}\n  ratio    ${row.ratio.toFixed(2)}, to reach ${row.toReach}: ${verdict}\n`,
  );
}

const rows: Readonly<Record<string, () => Promise<BenchRow>>> = {
  'form-page': () => benchFormPage(folder),
  'save-answer': benchSaveAnswer,
  'import-practices': benchImportPractices,
  'hostile-files': () => benchHostileFiles(folder),
  search: benchSearch,
  lists: benchLists,
  'start-up': benchStartUp,
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(rows)) {
  if (wanted.length === 0 || wanted.includes(name)) {
    print(await run());
  }
}
