import os from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { keptBrowser } from '../../../test/database/kept-browser.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { BrowserPrinter } from '../../platform/files/pdf/pdf-printer.ts';
import { readPdf } from '../../platform/files/pdf/testing/read-pdf.ts';
import { cellsOf, unpacked } from '../../platform/files/workbook/testing/unpacked.ts';
import { createLogger } from '../../platform/logging.ts';
import { Alone } from '../../views/page/alone.tsx';
import { lettersOf, visibleText } from '../../views/testing/visible-text.ts';
import { publishedVersion } from '../publication/testing/published.ts';
import { wolverhampton } from '../roadmap/testing/wolverhampton.ts';

import { realisticCopy } from './testing/realistic-copy.ts';
import { BoardPaperPage } from './views/board-paper-page.tsx';

const slug = 'wolverhampton';

let service: TestService;
let member: Visitor;
let digest: string;
const everybody = () => new Visitor(service.app);
/** Documents that were printed, as they were given to the printer. */
const printed: string[] = [];
const printer = new BrowserPrinter({
  browser: keptBrowser,
  folder: path.join(os.tmpdir(), 'roadmaps-printed'),
  log: createLogger('silent'),
});

beforeAll(async () => {
  const pdf = {
    isAble: true,
    print: (html: string, mostBefore: number) => {
      printed.push(html);
      return printer.print(html, mostBefore);
    },
    stop: () => printer.stop(),
  };
  service = await startTestService('facts', { pdf });
  const place = await wolverhampton(service);
  ({ digest } = await publishedVersion(place));
  member = await signInAs(service, [{ role: 'editor', scopeId: place.footprint.areaId }]);
});
afterAll(() => service.close());

/** What is in the parts of the template that only the reviewer reads, and in the risks that stand in one of them. */
function withheldWords(): string[] {
  const assured = service.context.pack.roadmapTemplate.parts.filter(({ visibility }) => visibility === 'assured');
  return [...assured.map(({ title }) => `What we say about ${title}.`), 'Old servers fail'];
}

async function htmlOf(visitor: Visitor, address: string): Promise<string> {
  const answer = await visitor.get(address);
  expect(answer.statusCode, address).toBe(200);
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="roadmap-${slug}-version-1.html"`);
  return answer.body;
}

describe('a version as one web page', () => {
  it('loads nothing, runs nothing, and says where the original is and how to check it', async () => {
    const html = await htmlOf(everybody(), paths.publishedFile(slug, 1, 'roadmap.html'));
    expect(html).not.toMatch(/<(script|link|img|iframe|object|form|input|button|base)\b/);
    expect(html).not.toMatch(/\ssrc=|@import|url\((?!["']?data:)/);
    expect([...html.matchAll(/ href="([^"#]*)/g)].filter(([, href = '']) => !/^(https?:\/\/|$)/.test(href))).toEqual(
      [],
    );
    const letters = lettersOf(visibleText(html));
    for (const words of [
      `The original is at http://127.0.0.1:3000${paths.publishedVersion(slug, 1)}.`,
      `http://127.0.0.1:3000${paths.roadmapDownload(slug, 1)}`,
      `npm run ldr -- verify roadmap-${slug}-version-1.json`,
      digest,
    ]) {
      expect(letters).toContain(lettersOf(words));
    }
  });

  it('has every anchor that its list of contents leads to', async () => {
    const html = await htmlOf(everybody(), paths.publishedFile(slug, 1, 'roadmap.html'));
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const led = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(led.length).toBeGreaterThan(10);
    expect(led.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has what is withheld for those who may read it alone, and says that they must not publish it', async () => {
    const own = await htmlOf(member, paths.versionFile(slug, 1, 'roadmap.html'));
    const theirs = await htmlOf(everybody(), paths.publishedFile(slug, 1, 'roadmap.html'));
    for (const words of withheldWords()) {
      expect(own).toContain(words);
      expect(theirs).not.toContain(words);
    }
    expect(own).toContain('Not for publication');
    expect(theirs).not.toContain('Not for publication');
    expect(theirs).toContain('For assurance only: ');
  });
});

describe('a version as a PDF', () => {
  it('is tagged, with headings in order, header cells, pictures in words, and the digest at its end', async () => {
    const address = paths.publishedFile(slug, 1, 'roadmap.pdf');
    const answer = await everybody().get(address);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="roadmap-${slug}-version-1.pdf"`);
    const pdf = await readPdf(answer.rawPayload);
    expect(pdf.language).toBe('en');
    expect(pdf.title).toBe('Digital roadmap of Wolverhampton, version 1');
    const headings = pdf.parts.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role.slice(1)));
    expect(headings[0]).toBe(1);
    expect(headings.every((level, index) => level <= (headings[index - 1] ?? 0) + 1)).toBe(true);
    const roles = new Set(pdf.parts.map(({ role }) => role));
    expect([...roles]).toEqual(expect.arrayContaining(['Table', 'Caption', 'TH', 'TD', 'L', 'Link', 'Figure']));
    expect(pdf.headers.rows).toBeGreaterThan(5);
    expect(pdf.headers.columns).toBeGreaterThan(5);
    const pictures = pdf.parts.filter(({ role }) => role === 'Figure');
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter(({ alternative }) => alternative === null || alternative === '')).toEqual([]);
    expect(lettersOf(pdf.text)).toContain(digest);
    expect(pdf.outline).toContain('Where this comes from, and how to verify it');
    for (const words of withheldWords()) {
      expect(lettersOf(pdf.text)).not.toContain(lettersOf(words));
    }
    expect(printed).toEqual([await htmlOf(everybody(), paths.publishedFile(slug, 1, 'roadmap.html'))]);
  });
});

/** All that stands in the cells of the workbook at an address. */
async function cellsAt(visitor: Visitor, address: string): Promise<string> {
  const answer = await visitor.get(address);
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="roadmap-${slug}-version-1-tables.xlsx"`);
  const sheets = [...unpacked(answer.rawPayload)].filter(([name]) => name.startsWith('xl/worksheets/'));
  return sheets.flatMap(([, xml]) => [...cellsOf(xml).values()]).join('\n');
}

describe('the tables of a version', () => {
  it('are a workbook, with what is withheld for those who may read it alone', async () => {
    const own = await cellsAt(member, paths.versionFile(slug, 1, 'tables.xlsx'));
    const theirs = await cellsAt(everybody(), paths.publishedFile(slug, 1, 'tables.xlsx'));
    expect(own).toContain('Old servers fail');
    expect(own).toContain('Not for publication');
    expect(theirs).toContain(digest);
    for (const words of withheldWords()) {
      expect(theirs).not.toContain(words);
    }
  });

  it('are CSV each, and of what is withheld there is none for everybody', async () => {
    const deployments = await everybody().get(paths.publishedFile(slug, 1, 'deployments.csv'));
    expect(deployments.headers['content-type']).toContain('text/csv');
    expect(deployments.rawPayload.toString()).toMatch(/^\uFEFFid,group,title,organisation_codes,.*\r\n/);
    expect((await member.get(paths.versionFile(slug, 1, 'risks.csv'))).rawPayload.toString()).toContain(
      'Old servers fail',
    );
    expect((await everybody().get(paths.publishedFile(slug, 1, 'risks.csv'))).statusCode).toBe(404);
    const list = (await everybody().read(paths.publishedVersion(slug, 1))).section('Take it away');
    expect(list.links).toContain('Capability deployment schedule');
    expect(list.links).not.toContain('Risk register');
  });
});

describe('a version for a word processor', () => {
  it('has what is withheld for those who may read it alone', async () => {
    const wordsAt = async (visitor: Visitor, address: string) => {
      const answer = await visitor.get(address);
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="roadmap-${slug}-version-1.docx"`);
      return lettersOf((unpacked(answer.rawPayload).get('word/document.xml') ?? '').replaceAll(/<[^>]*>/g, ''));
    };
    const own = await wordsAt(member, paths.versionFile(slug, 1, 'roadmap.docx'));
    const theirs = await wordsAt(everybody(), paths.publishedFile(slug, 1, 'roadmap.docx'));
    expect(theirs).toContain(digest);
    expect(theirs).toContain(lettersOf('For assurance only'));
    for (const words of withheldWords()) {
      expect(own).toContain(lettersOf(words));
      expect(theirs).not.toContain(lettersOf(words));
    }
  });
});

describe('a board paper', () => {
  it('has four pages at most, however much is planned', async () => {
    const copy = realisticCopy();
    const children = createElement(BoardPaperPage, { copy, mustSign: ['lead', 'core'], day: '2016-11-30' });
    const { stylesText } = service.app.assets;
    const alone = createElement(Alone, { title: 'Board paper', stylesText, invented: null, children });
    const outcome = await printer.print(`<!DOCTYPE html>${renderToStaticMarkup(alone)}`, 0);
    expect(outcome.kind).toBe('printed');
    const pdf = await readPdf(outcome.kind === 'printed' ? outcome.bytes : new Uint8Array());
    expect(pdf.pages).toBeLessThanOrEqual(4);
    expect(pdf.outline).toEqual(expect.arrayContaining(['In short', 'What should have been live by now', 'Risks']));
  });

  it('is for those who work on the version, and says what it holds; there is none for the public', async () => {
    const address = paths.versionFile(slug, 1, 'board-paper.html');
    const words = lettersOf(visibleText((await member.get(address)).rawPayload.toString()));
    expect(words).toContain(lettersOf('Not for publication'));
    expect(words).toContain(lettersOf('Old servers fail'));
    for (const file of ['board-paper.html', 'board-paper.pdf']) {
      expect((await everybody().get(paths.publishedFile(slug, 1, file))).statusCode).toBe(404);
    }
    const list = (await member.read(paths.readVersion(slug, 1))).section('Take it away');
    expect(list.link('Board paper as one web page (HTML)')).toBe(address);
  });
});

describe('what can be taken away', () => {
  it('stands in one list on the page of the version, each link leading to a file', async () => {
    for (const [visitor, page, fileOf] of [
      [everybody(), paths.publishedVersion(slug, 1), paths.publishedFile],
      [member, paths.readVersion(slug, 1), paths.versionFile],
    ] as const) {
      const list = (await visitor.read(page)).section('Take it away');
      expect(list.link('PDF, to print and pass on')).toBe(fileOf(slug, 1, 'roadmap.pdf'));
      expect(list.link('One web page, to put on a site of your own (HTML)')).toBe(fileOf(slug, 1, 'roadmap.html'));
    }
  });

  it.each(['roadmap.exe', '__proto__', 'constructor'])('is not %s', async (file) => {
    expect((await everybody().get(paths.publishedFile(slug, 1, file))).statusCode).toBe(404);
    expect((await member.get(paths.versionFile(slug, 1, file))).statusCode).toBe(404);
  });

  it('is nothing of a version that is not public, nor with what is withheld for somebody without a role', async () => {
    expect((await everybody().get(paths.publishedFile(slug, 2, 'roadmap.html'))).statusCode).toBe(404);
    expect((await everybody().get(paths.versionFile(slug, 1, 'roadmap.html'))).statusCode).toBe(303);
    const stranger = await signInAs(service, [{ role: 'editor', scopeId: 'footprint:glos' }]);
    expect((await stranger.get(paths.versionFile(slug, 1, 'roadmap.html'))).statusCode).toBe(403);
  });
});
