import { z } from 'zod';
import { type BrowserStart, withBrowser } from './browser-process.ts';
import type { DevtoolsPipe } from './devtools-pipe.ts';

const nothing = z.unknown();
const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const frameSchema = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) });
const streamSchema = z.object({ stream: z.string() });
const pieceSchema = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() });

const offline = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** A4, in inches, unless the styles of the document say otherwise; no ground is printed, as on any printer. */
const paper = { paperWidth: 8.27, paperHeight: 11.69, preferCSSPageSize: true, printBackground: false };

const PIECE_BYTES = 1_048_576;

/**
 * The document as a tagged PDF, with an outline of its headings. `html` is whole: its styles are in it, and so are its pictures, as no
 * script in it runs and nothing is loaded. Twice the same document gives the same bytes but for the moment.
 */
export function printDocument(start: BrowserStart, html: string): Promise<Buffer> {
  return withBrowser(start, (pipe) => print(pipe, html));
}

async function print(pipe: DevtoolsPipe, html: string): Promise<Buffer> {
  const { targetId } = await pipe.call('Target.createTarget', { url: 'about:blank' }, targetSchema);
  const { sessionId } = await pipe.call('Target.attachToTarget', { targetId, flatten: true }, sessionSchema);
  const ask = <Result>(method: string, parameters: object, result: z.ZodType<Result>) =>
    pipe.call(method, parameters, result, sessionId);
  await ask('Page.enable', {}, nothing);
  await ask('Network.emulateNetworkConditions', offline, nothing);
  await ask('Emulation.setScriptExecutionDisabled', { value: true }, nothing);
  const { frameTree } = await ask('Page.getFrameTree', {}, frameSchema);
  const loaded = pipe.heard('Page.loadEventFired');
  await Promise.all([ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html }, nothing), loaded]);
  const wanted = { ...paper, generateTaggedPDF: true, generateDocumentOutline: true, transferMode: 'ReturnAsStream' };
  const { stream } = await ask('Page.printToPDF', wanted, streamSchema);
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = await ask('IO.read', { handle: stream, size: PIECE_BYTES }, pieceSchema);
    pieces.push(Buffer.from(piece.data, piece.base64Encoded === true ? 'base64' : 'utf8'));
    if (piece.eof) {
      return Buffer.concat(pieces);
    }
  }
}
