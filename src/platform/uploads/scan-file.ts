import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { ScannerAddress } from './scanner-address.ts';
import type { SpooledFile } from './spooled-file.ts';

/** What came of having a file looked at. */
export type ScanResult =
  | { readonly outcome: 'clean'; readonly detail: string }
  /** Something harmful was found, by this name. */
  | { readonly outcome: 'infected'; readonly detail: string }
  /** It was not looked at; says why. */
  | { readonly outcome: 'not-scanned'; readonly detail: string };

export interface Scanner {
  readonly address: ScannerAddress;
  /** For a whole file. */
  readonly seconds: number;
}

/** Nobody is named to look at files. */
export const noScanner: ScanResult = { outcome: 'not-scanned', detail: 'no scanner is set up' };

/** Has a file looked at. What cannot be done in time, or is answered in a way that is not known, is said to be not scanned. */
export async function scanFile(scanner: Scanner | null, file: Pick<SpooledFile, 'pieces'>): Promise<ScanResult> {
  if (scanner === null) {
    return noScanner;
  }
  const signal = AbortSignal.timeout(scanner.seconds * 1000);
  try {
    return scanner.address.kind === 'clamd'
      ? await askClamd(scanner.address.to, file, signal)
      : await runCommand(scanner.address, file, signal);
  } catch {
    return {
      outcome: 'not-scanned',
      detail: signal.aborted ? `the scanner took longer than ${scanner.seconds} seconds` : 'the scanner did not answer',
    };
  }
}

/** Longer answers are none. */
const LONGEST_ANSWER = 4096;

/**
 * `INSTREAM` of clamd: pieces, each after its length in four bytes, and a length of nothing at the end.
 * https://linux.die.net/man/8/clamd
 */
async function askClamd(
  to: Extract<ScannerAddress, { kind: 'clamd' }>['to'],
  file: Pick<SpooledFile, 'pieces'>,
  signal: AbortSignal,
): Promise<ScanResult> {
  const socket = connect(to);
  const stop = () => socket.destroy(new Error('took too long'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    const answered = readAnswer(socket);
    // A scanner that has found something, or takes no more, answers and hangs up in the middle.
    const sent = sendPieces(socket, file).catch(() => undefined);
    const answer = await answered;
    await sent;
    return clamdResult(answer);
  } finally {
    signal.removeEventListener('abort', stop);
    socket.destroy();
  }
}

async function sendPieces(socket: Writable, file: Pick<SpooledFile, 'pieces'>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of file.pieces()) {
    socket.write(lengthOf(piece.length));
    if (!socket.write(piece)) {
      await Promise.race([once(socket, 'drain'), once(socket, 'close').then(hungUp)]);
    }
  }
  socket.write(lengthOf(0));
}

function hungUp(): never {
  throw new Error('the scanner hung up');
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** Up to its end, or the zero byte that ends it. */
async function readAnswer(stream: Readable): Promise<string> {
  let answer = '';
  for await (const bytes of stream) {
    answer += (bytes as Buffer).toString('utf8');
    if (answer.includes('\0') || answer.length > LONGEST_ANSWER) {
      break;
    }
  }
  return answer.split('\0')[0]?.trim() ?? '';
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or an error such as `INSTREAM size limit exceeded. ERROR`. */
function clamdResult(answer: string): ScanResult {
  if (answer === 'stream: OK') {
    return { outcome: 'clean', detail: '' };
  }
  const [, name] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  return name === undefined
    ? {
        outcome: 'not-scanned',
        detail: answer === '' ? 'the scanner did not answer' : `the scanner said: ${shown(answer)}`,
      }
    : { outcome: 'infected', detail: shown(name) };
}

async function runCommand(
  { command, words }: Extract<ScannerAddress, { kind: 'command' }>,
  file: Pick<SpooledFile, 'pieces'>,
  signal: AbortSignal,
): Promise<ScanResult> {
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'ignore'], signal, killSignal: 'SIGKILL' });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // It may have seen enough before the end.
  child.stdin.on('error', () => undefined);
  const said = readAnswer(child.stdout);
  const given = givePieces(child.stdin, file, ended).catch(() => undefined);
  const code = await ended;
  await given;
  return commandResult(code, await said);
}

async function givePieces(to: Writable, file: Pick<SpooledFile, 'pieces'>, ended: Promise<unknown>): Promise<void> {
  for await (const piece of file.pieces()) {
    if (!to.write(piece)) {
      await Promise.race([once(to, 'drain'), ended.then(hungUp, hungUp)]);
    }
  }
  to.end();
}

function commandResult(code: number | null, said: string): ScanResult {
  if (code === 0) {
    return { outcome: 'clean', detail: '' };
  }
  return code === 1
    ? { outcome: 'infected', detail: shown(said.split('\n')[0] ?? '') }
    : { outcome: 'not-scanned', detail: `the scanner ended with ${code ?? 'a signal'}` };
}

/** What a scanner says is shown to people. */
function shown(text: string): string {
  return text.replaceAll(/[^\P{C}]/gu, ' ').slice(0, 200);
}
