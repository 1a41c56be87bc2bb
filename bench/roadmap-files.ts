import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { titleOfCopy } from '../src/features/roadmap-files/roadmap-copy.ts';
import { realisticCopy } from '../src/features/roadmap-files/testing/realistic-copy.ts';
import { PaperPage } from '../src/features/roadmap-files/views/paper-page.tsx';
import { roadmapSheets } from '../src/features/roadmap-files/workbook/roadmap-sheets.ts';
import { BrowserPrinter } from '../src/platform/files/pdf/pdf-printer.ts';
import { unpackBrowser } from '../src/platform/files/pdf/unpack-browser.ts';
import { writeWordApart } from '../src/platform/files/word/write-word-apart.ts';
import { writeWorkbook } from '../src/platform/files/workbook/write-workbook.ts';
import { readAssets } from '../src/platform/http/assets.ts';
import { createLogger } from '../src/platform/logging.ts';
import { projectFolder } from '../src/project-folder.ts';
import { Alone } from '../src/views/page/alone.tsx';
import { median } from './load.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 3;

/**
 * Files of a version with 25 organisations, some 98 pages of text, 150 deployments, 600 flows and 80 risks, from its document to the last byte. The first
 * of each, which also loads what it needs, is not counted.
 */
export async function benchRoadmapFiles(): Promise<BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-bench-files-'));
  const printer = new BrowserPrinter({
    browser: () => unpackBrowser(path.join(folder, 'browser')),
    folder: path.join(folder, 'work'),
    log: createLogger('silent'),
  });
  const copy = realisticCopy();
  const title = titleOfCopy(copy);
  const markup = () => renderToStaticMarkup(createElement(PaperPage, { copy }));
  const { stylesText } = readAssets(projectFolder('dist'));
  const page = () => {
    const children = createElement(PaperPage, { copy });
    return `<!DOCTYPE html>${renderToStaticMarkup(createElement(Alone, { title, stylesText, invented: null, children }))}`;
  };
  const print = async () => {
    const printed = await printer.print(page(), 0);
    if (printed.kind !== 'printed') {
      throw new Error(`the PDF was not printed: ${printed.kind}`);
    }
    return printed.bytes;
  };
  try {
    return [
      await rowOf({ ending: 'pdf', most: 10 }, print),
      await rowOf({ ending: 'docx', most: 3 }, () => writeWordApart(title, markup())),
      await rowOf({ ending: 'xlsx', most: 2 }, () => writeWorkbook(roadmapSheets(copy))),
    ];
  } finally {
    await printer.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface OfFile {
  readonly ending: string;
  /** Seconds that it may take. */
  readonly most: number;
}

async function rowOf({ ending, most }: OfFile, make: () => Buffer | Promise<Buffer>): Promise<BenchRow> {
  const first = await make();
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await make();
    seconds.push((performance.now() - begun) / 1000);
  }
  const ours = median(seconds);
  return {
    name: `A roadmap of realistic size as a file (${ending})`,
    ours: `${ours.toFixed(2)} s, ${(first.length / 1_000_000).toFixed(1)} MB`,
    against: `${most} s at most`,
    ratio: most / ours,
    toReach: 1,
  };
}
