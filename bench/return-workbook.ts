import { type Instrument, questionsFor, readProgrammePack } from '../src/features/programme/index.ts';
import { everySetting, type WholeReturn } from '../src/features/return-files/own-return.ts';
import { differencesOf } from '../src/features/return-files/read-back/differences.ts';
import { fileAnswers } from '../src/features/return-files/read-back/file-answers.ts';
import { returnWith } from '../src/features/return-files/testing/filled-return.ts';
import { returnSheets } from '../src/features/return-files/workbook/section-sheets.ts';
import { returnWorkbookLimits } from '../src/file-limits.ts';
import { readWorkbook } from '../src/platform/files/workbook/read/read-workbook.ts';
import { writeWorkbook } from '../src/platform/files/workbook/write-workbook.ts';
import { projectFolder } from '../src/project-folder.ts';
import { median } from './load.ts';
import type { BenchRow } from './row.ts';

const TIMES = 7;
/** Longer than that, others would notice that somebody takes a file away or sends one back. */
const MOST_MILLISECONDS = 500;
const note = 'As the board saw it in May, with the numbers of the winter. '.repeat(5);

/** The whole return of the questionnaire with care settings that ships, each question with a note: written as a workbook, and read back and compared. */
export async function benchReturnWorkbook(): Promise<BenchRow[]> {
  const { instruments, careSettings } = await readProgrammePack(projectFolder('programmes', 'england-wgll'));
  const instrument = instruments.find(({ returns }) => returns === 'per-setting');
  if (instrument === undefined) {
    throw new Error('no questionnaire is answered by care setting');
  }
  const whole = wholeOf(
    instrument,
    careSettings.map(({ id }) => id),
  );
  const [out, back]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const begun = performance.now();
    const workbook = writeWorkbook(returnSheets(whole));
    const written = performance.now();
    const read = fileAnswers([...readWorkbook(workbook, returnWorkbookLimits.reading)], whole);
    const differences =
      read.kind === 'refused'
        ? null
        : whole.parts.flatMap((part, index) => differencesOf(read.parts[index]?.answers ?? [], part, []).differences);
    back.push(performance.now() - written);
    out.push(written - begun);
    bytes = workbook.length;
    if (differences?.length !== 0) {
      throw new Error('a workbook that nobody touched differs');
    }
  }
  const questions = whole.parts.reduce((sum, { lines }) => sum + lines.length, 0);
  const of = `${questions} questions of ${whole.parts.length} care settings, ${Math.round(bytes / 1000)} kB`;
  return [rowOf(`Write a whole return as a workbook (${of})`, out), rowOf('Read it back, and find what differs', back)];
}

function rowOf(name: string, times: readonly number[]): BenchRow {
  const most = median(times);
  return {
    name,
    ours: `${most.toFixed(0)} ms`,
    against: `${MOST_MILLISECONDS} ms at most`,
    ratio: MOST_MILLISECONDS / most,
    toReach: 1,
  };
}

function wholeOf(instrument: Instrument, settings: readonly string[]): WholeReturn {
  const parts = settings.flatMap((careSetting) => {
    const answers = questionsFor(instrument, careSetting).map(({ id }) => {
      return { questionId: id, value: null, comment: note, desired: null, revision: 1 };
    });
    const part = returnWith(answers, { instrument, careSetting });
    return part.lines.length === 0 ? [] : [part];
  });
  const facts = parts[0]?.facts;
  if (facts === undefined) {
    throw new Error('no care setting is asked anything');
  }
  return { facts: { ...facts, careSetting: everySetting }, parts };
}
