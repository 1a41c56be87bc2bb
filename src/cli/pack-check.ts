import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkIllustration, IllustrationError, readLocatedIllustration } from '../features/illustration/index.ts';
import {
  commonQuestions,
  type Instrument,
  type InstrumentLineage,
  lineageOf,
  type ProgrammePack,
  ProgrammePackError,
  sectionsOf,
} from '../features/programme/index.ts';
import { ReferenceDataError, readReference } from '../features/reference-facts/index.ts';
import { projectFolder, shippedProgrammes } from '../project-folder.ts';
import { readPack, referenceFoldersOf } from '../read-named-pack.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';

const help = `Usage: ldr pack check [<folder>]

Reads a programme pack as the service does at its start, with the facts in it and what it makes up for a demonstration, and lists every
fault as file:line and what is wrong. Without a folder, checks every pack that comes with the service. Changes nothing.

Exit code: 0 sound, 1 at least one fault, 2 no such folder.

Example: ldr pack check programmes/england-ldr`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (positionals.length > 1) {
    throw new UsageError('Name one folder, or none for every pack that comes with the service.');
  }
  const folders = positionals[0] === undefined ? shippedPacks() : [await existingFolder(positionals[0], terminal)];
  let worst: ExitCode = 0;
  for (const folder of folders) {
    const isSound = await checkPack(folder, terminal);
    worst = isSound ? worst : 1;
  }
  return worst;
}

async function checkPack(folder: string, terminal: Terminal): Promise<boolean> {
  try {
    const pack = await readPack(folder);
    const { organisations, areas } = await readReference(referenceFoldersOf(folder));
    const made = checkIllustration(await readLocatedIllustration(folder), pack, {
      organisations: new Set(organisations.map(({ code }) => code)),
      areas: new Set(areas.map(({ kind, code }) => `${kind}:${code}`)),
    });
    if (made.length > 0) {
      throw new IllustrationError(folder, made);
    }
    terminal.print(describePack(pack));
    return true;
  } catch (error) {
    if (
      !(
        error instanceof ProgrammePackError ||
        error instanceof ReferenceDataError ||
        error instanceof IllustrationError
      )
    ) {
      throw error;
    }
    for (const { file, line, message } of error.faults) {
      terminal.print(`${path.resolve(folder, file)}:${line} ${message}`);
    }
    return false;
  }
}

function describePack(pack: ProgrammePack): string {
  const questions = pack.instruments.flatMap(sectionsOf).flatMap((section) => section.questions);
  const counts = [
    `rounds: ${pack.rounds.length}`,
    `questions: ${questions.length}`,
    `capability groups: ${pack.capabilityGroups.length}`,
    `universal capabilities: ${pack.universalCapabilities.length}`,
    `parts of the roadmap: ${pack.roadmapTemplate.parts.length}`,
    `review criteria: ${pack.reviewCriteria.length}`,
  ];
  return [`${pack.id} is sound (${counts.join(', ')})`, ...pack.instruments.flatMap(describeLineage(pack))].join('\n');
}

/** What became of the questions of the instrument that this one follows; nothing where it follows none. */
function describeLineage(pack: ProgrammePack): (instrument: Instrument) => string[] {
  return (instrument) => {
    const earlier = pack.instruments.find(({ id }) => id === instrument.follows?.instrument);
    const lineage = earlier === undefined ? null : lineageOf(pack, instrument, earlier);
    if (earlier === undefined || lineage === null) {
      return [];
    }
    const { pairs, added, dropped } = lineage;
    const kinds = (['same', 'narrower', 'wider'] as const).map(
      (kind) => `${kind}: ${pairs.filter((pair) => pair.kind === kind).length}`,
    );
    const comparable = comparableInWords(pack, lineage, instrument, earlier);
    const gone = dropped.length === 0 ? 'none' : dropped.map(({ id }) => id).join(', ');
    return [
      `  ${instrument.id} follows ${earlier.id} (${kinds.join(', ')}, new: ${added.length}, comparable: ${comparable}; dropped: ${gone})`,
    ];
  };
}

/** How many questions can be compared; by care setting where that differs by what the pack says. */
function comparableInWords(
  pack: ProgrammePack,
  lineage: InstrumentLineage,
  later: Instrument,
  earlier: Instrument,
): string {
  const comparable = lineage.pairs.filter(({ isComparable }) => isComparable);
  if (comparable.every(({ comparableIn }) => comparableIn.length === 0)) {
    return String(comparable.length);
  }
  const counts = pack.careSettings.map(({ id }) => {
    const put = (instrument: Instrument) => ({ instrument, careSetting: id });
    return `${id} ${commonQuestions(lineage, put(later), put(earlier)).length}`;
  });
  return `${comparable.length}, scored and compared in ${counts.join(', ')}`;
}

function shippedPacks(): string[] {
  return shippedProgrammes().map((name) => projectFolder('programmes', name));
}

async function existingFolder(name: string, terminal: Terminal): Promise<string> {
  const folder = path.resolve(terminal.folder, name);
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw new UsageError(`There is no folder ${folder}.`);
  }
  return folder;
}

export const packCheckCommand: Command = { help, run };
