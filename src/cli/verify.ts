import { parseArgs } from 'node:util';
import { digestInPack } from '../features/instruments/index.ts';
import { findInstrument, type Instrument, type ProgrammePack } from '../features/programme/index.ts';
import { type VerifyReport, verifyDownloadText, verifyReport } from '../features/publication/index.ts';
import { type ReturnDocument, returnDownloadSchema } from '../features/return-documents/index.ts';
import { downloadLimits } from '../file-limits.ts';
import { projectFolder, shippedProgrammes } from '../project-folder.ts';
import { readPack } from '../read-named-pack.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { readLimitedText } from './read-limited.ts';

const help = `Usage: ldr verify <file> [<file> ...]

Checks that a roadmap downloaded from its public page, or a signed assessment from the page of its result, is whole and
unchanged: every digest is formed anew, and every endorsement or signature must name this very document. Of an assessment that
comes with its answers the scores are worked out again. Works without a network, a database or any settings. Use - to read
standard input.

It cannot tell who wrote the file. For that, compare its digests with those on the page that it comes from.

Exit code: 0 verified, 1 not verified, 2 could not be read. With several files the worst counts.

Example: ldr verify roadmap-doncaster-version-1.json`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals: files } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (files.length === 0) {
    throw new UsageError('Name the file to verify.');
  }
  let worst: ExitCode = 0;
  for (const [index, file] of files.entries()) {
    if (files.length > 1) {
      terminal.print(`${index === 0 ? '' : '\n'}${file}`);
    }
    const report = await verifyFile(file, terminal);
    for (const line of report.lines) {
      terminal.print(line);
    }
    worst = report.exitCode > worst ? report.exitCode : worst;
  }
  return worst;
}

async function verifyFile(file: string, terminal: Terminal): Promise<VerifyReport> {
  const read = await readLimitedText(file, downloadLimits.bytes, terminal);
  if (read.kind !== 'text') {
    return verifyReport(read);
  }
  const packs = read.text.includes(returnDownloadSchema) ? await readShippedPacks() : [];
  return verifyReport(verifyDownloadText(read.text, (document) => findText(packs, document)));
}

function readShippedPacks(): Promise<ProgrammePack[]> {
  return Promise.all(shippedProgrammes().map((name) => readPack(projectFolder('programmes', name))));
}

/** The questionnaire that a document names, to the letter. */
function findText(packs: readonly ProgrammePack[], { programme, instrument }: ReturnDocument): Instrument | null {
  const { id, version, digest } = instrument;
  const pack = packs.find((each) => each.id === programme.id);
  return pack === undefined || digest === null || digestInPack(pack, { id, version }) !== digest
    ? null
    : (findInstrument(pack, { id, version }) ?? null);
}

export const verifyCommand: Command = { help, run };
