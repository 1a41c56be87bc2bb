import { chmod, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptBrowser } from '../../../../test/database/kept-browser.ts';
import { createLogger } from '../../logging.ts';
import type { BrowserLimits } from './browser-process.ts';
import { BrowserPrinter } from './pdf-printer.ts';
import { readPdf } from './testing/read-pdf.ts';
import type { UnpackedBrowser } from './unpack-browser.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'printing-'));
});

const ample = { milliseconds: 30_000, bytes: 2 ** 30 };

function printer(limits: BrowserLimits = ample, browser: () => Promise<UnpackedBrowser> = keptBrowser): BrowserPrinter {
  return new BrowserPrinter({ browser, folder, limits, log: createLogger('silent') });
}

const documentOf = (body: string) =>
  `<!DOCTYPE html><html lang="cy"><head><meta charset="utf-8"><title>Where we stand</title></head><body>${body}</body></html>`;

async function printed(html: string): Promise<Buffer> {
  const outcome = await printer().print(html, 0);
  if (outcome.kind !== 'printed') {
    throw new Error(outcome.kind);
  }
  return outcome.bytes;
}

describe('a document', () => {
  it('keeps its language, headings, header cells and what stands for its pictures', async () => {
    const picture = '<svg role="img" aria-label="A line that rises" width="9" height="9"><path d="M0 9L9 0"/></svg>';
    const table =
      '<table><thead><tr><th scope="col">Part</th><th scope="col">Score</th></tr></thead><tbody><tr><th scope="row">Records</th><td>52</td></tr></tbody></table>';
    const read = await readPdf(
      await printed(documentOf(`<h1>Where we stand</h1><h2>In short</h2><p>Tŷ’r cyffredin</p>${picture}${table}`)),
    );
    expect(read).toMatchObject({ title: 'Where we stand', language: 'cy', outline: ['Where we stand', 'In short'] });
    expect(read.headers).toEqual({ rows: 1, columns: 2 });
    const said = read.parts.map(({ role, text, alternative }) => [role, text, alternative]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['H1', 'Where we stand', null],
        ['P', 'Tŷ’r cyffredin', null],
        ['Figure', '', 'A line that rises'],
        ['TH', 'Score', null],
        ['TH', 'Records', null],
        ['TD', '52', null],
      ]),
    );
  });

  it('has the same bytes each time but for the moment', async () => {
    const [one, two] = [await printed(documentOf('<p>Again</p>')), await printed(documentOf('<p>Again</p>'))];
    const withoutMoment = (bytes: Buffer) => bytes.toString('latin1').replaceAll(/\(D:\d+[^)]*\)/g, '');
    expect(withoutMoment(one)).toBe(withoutMoment(two));
  });

  it('runs no script and loads nothing, not even from this machine', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('<p>loaded</p>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const file = path.join(folder, 'of-the-service.html');
    await writeFile(file, '<p>a secret</p>');
    const read = await readPdf(
      await printed(
        documentOf(
          `<link rel="stylesheet" href="${base}/styles"><p>Before</p><img src="${base}/picture" alt=""><iframe src="${base}/frame"></iframe>
           <iframe src="file://${file}"></iframe><script>document.body.append('run')</script><script src="${base}/script"></script>
           <p onclick="x">After</p><img src="x" alt="" onerror="document.body.append('run')">`,
        ),
      ),
    );
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toEqual([]);
    expect(read.text).toContain('After');
    expect(read.text).not.toMatch(/run|loaded|secret/);
  });
});

describe('a printer', () => {
  it.each([
    ['time', { ...ample, milliseconds: 1 }],
    ['memory', { ...ample, bytes: 2 ** 20 }],
  ])('gives up a document that takes more %s than it may, and leaves nothing behind', async (limit, limits) => {
    const before = await readdir(folder);
    const long = documentOf('<p>Long</p>'.repeat(20_000));
    expect(await printer(limits).print(long, 0)).toEqual({ kind: 'too-much', limit });
    expect(await readdir(folder)).toEqual(before);
  });

  it('lets so many wait and no more', async () => {
    const one = printer();
    const asked = [0, 1, 1, 2].map((mostBefore) => one.print(documentOf('<p>One of them</p>'), mostBefore));
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    expect(kinds).toEqual(['printed', 'printed', 'busy', 'printed']);
  });

  it('ends what is under way when the service stops, and takes nothing more', async () => {
    const one = printer();
    const asked = [1, 2].map(() => one.print(documentOf('<p>Never done</p>'), 9));
    await one.stop();
    expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(['busy', 'busy']);
    expect(await one.print(documentOf(''), 9)).toEqual({ kind: 'busy' });
  });

  it('knows after the first time that no browser starts here', async () => {
    const program = path.join(folder, 'no-browser');
    await writeFile(program, '#!/bin/sh\necho libnss3.so: cannot open shared object file >&2\nexit 127\n');
    await chmod(program, 0o700);
    const one = printer(ample, async () => ({ program, fonts: '', libraries: '' }));
    expect(one.isAble).toBe(true);
    expect(await one.print(documentOf(''), 0)).toEqual({ kind: 'unable' });
    expect(one.isAble).toBe(false);
    const other = printer(ample, async () => ({ program: `${program}-missing`, fonts: '', libraries: '' }));
    expect(await other.print(documentOf(''), 0)).toEqual({ kind: 'unable' });
  });

  it('starts a browser by its own libraries where those of the system do not do', async () => {
    const { program, libraries, fonts } = await keptBrowser();
    const picky = path.join(folder, 'picky');
    await writeFile(picky, `#!/bin/sh\n[ -n "$LD_LIBRARY_PATH" ] && exec "${program}" "$@"\nexit 127\n`);
    await chmod(picky, 0o700);
    const one = printer(ample, async () => ({ program: picky, fonts, libraries }));
    expect(await one.print(documentOf('<p>All the same</p>'), 0)).toMatchObject({ kind: 'printed' });
  });
});
