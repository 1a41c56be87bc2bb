import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { importBoundaries, importBoundariesHelp } from './import-boundaries.ts';
import { importPlaces, placeOptions, placeRules } from './import-places.ts';

const help = `Usage: ldr import areas <file.csv> --dated <YYYY-MM-DD> [options]

Brings areas into the directory, or says how they lie in each other. The header is one of
kind,code,name,slug,valid_from,valid_to,standing,note
child_kind,child_code,parent_kind,parent_code,relation,valid_from,valid_to,standing,note

${placeOptions}

${placeRules}

Example: ldr import areas areas.csv --dated 2018-06-07 --dry-run

A file whose name does not end in .csv, .tsv or .txt holds boundaries or hexagons:

${importBoundariesHelp}`;

/** Tables end in `.csv`, or in `.txt` or `.tsv` where a spreadsheet named them; every other file is one of geometry. Options take no such file but the codes of a geometry file. */
function isTable(args: readonly string[]): boolean {
  const names = args.filter((arg, index) => !arg.startsWith('--') && !(args[index - 1] ?? '').startsWith('--codes'));
  return names.some((name) => /\.(?:csv|tsv|txt)$/i.test(name));
}

/** Boundaries are JSON as well; what a download begins with, no geometry does. */
async function isDownload(args: readonly string[], terminal: Terminal): Promise<boolean> {
  const name = args.find((arg) => /\.json$/i.test(arg));
  const beginning = name === undefined ? '' : await readBeginning(path.resolve(terminal.folder, name));
  return /^\uFEFF?\s*\{[^[]*"items":\s*\[\s*\{[^[]*"slug":/s.test(beginning);
}

async function readBeginning(file: string): Promise<string> {
  const handle = await open(file).catch(() => null);
  try {
    const read = await handle?.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return read === undefined ? '' : read.buffer.subarray(0, read.bytesRead).toString('utf8');
  } finally {
    await handle?.close();
  }
}

const BEGINNING = 4096;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  return isTable(args) || (await isDownload(args, terminal))
    ? importPlaces(args, ['areas', 'area-links'], terminal)
    : importBoundaries(args, terminal);
}

export const importAreasCommand: Command = { help, run };
