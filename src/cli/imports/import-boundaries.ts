import path from 'node:path';
import { type BoundaryImport, importBoundaries as bringIn } from '../../features/map/index.ts';
import { codeTableLimits, geometryLimits } from '../../file-limits.ts';
import { systemClock } from '../../platform/clock.ts';
import type { TextRead } from '../../platform/files/text-of-bytes.ts';
import { newId } from '../../platform/ids.ts';
import { type ExitCode, type Terminal, UsageError } from '../command.ts';
import { readLimitedText } from '../read-limited.ts';
import { withDatabase } from '../with-database.ts';
import { type BoundaryArguments, readBoundaryArguments } from './import-boundaries-arguments.ts';
import { boundaryFaultLines, boundaryReportLines } from './import-boundaries-report.ts';

/** How geometry files are brought in, as `--help` says it. */
export const importBoundariesHelp = `Usage: ldr import areas <file> --kind <kind> --dated <day> --licence <terms> [options]

Brings in boundaries (GeoJSON or TopoJSON, WGS84) or a hexagon layout (HexJSON) for the maps. All or nothing: a file with a
fault changes nothing, and every fault is named with its place.

  --kind           what the areas are: a kind of area (stp, region) or a type of organisation (ccg)
  --dated          the first day the file holds for; it holds until a later one of its kind begins
  --licence        on what terms the file may be shown, with the attribution they ask for
  --code-property  the property that holds the code; left out: the id of a feature, the key of a hexagon
  --name-property  the property that holds the name; left out: the name in the directory
  --object         the object of a TopoJSON file to read, where it has several
  --codes          a CSV file that turns the codes of the file into those of the directory
  --codes-from, --codes-to
                   headings of its two columns, if they are not called from and to
  --valid-to       the first day the file holds no longer
  --title, --publisher, --url
                   how the source is named on the pages; the title is the name of the file unless given
  --skip-unknown   leaves out areas the directory does not know, instead of refusing the file
  --dry-run        checks everything and prints the difference, but changes nothing

Boundaries are simplified for maps on a screen, with shared borders kept shared. The same file again changes nothing.
Footprints need no file: they are drawn from the boundaries of their CCGs.

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done, 1 the file has faults, 2 something given is wrong or cannot be read.

Example: ldr import areas ccg2015.topojson.json --kind ccg --dated 2015-04-01 --code-property AREACD \\
  --codes ons-to-ods.csv --codes-from ccg15cd --codes-to ods_ccg_code --licence "Open Government Licence v3.0"`;

/** Brings a geometry file in, as the options say, and tells what came of it. */
export async function importBoundaries(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const wanted = readBoundaryArguments(args);
  const text = readable(wanted.file, await readLimitedText(wanted.file, geometryLimits.bytes, terminal));
  const codesText = await readCodes(wanted.codesFile, terminal);
  const outcome = await withDatabase(terminal, (database) => bringIn(database, importOf(wanted, text, codesText)));
  switch (outcome.kind) {
    case 'faulty':
      terminal.complain(`${wanted.file} cannot be imported:`);
      for (const line of [...boundaryFaultLines(outcome.faults), 'Nothing was changed.']) {
        terminal.complain(line);
      }
      return 1;
    case 'current':
      terminal.print(`${wanted.file} is in force from ${wanted.datedOn} already. Nothing was changed.`);
      return 0;
    case 'planned':
    case 'loaded':
      for (const line of boundaryReportLines(outcome.report, wanted.isDryRun)) {
        terminal.print(line);
      }
      return 0;
  }
}

async function readCodes(file: string | null, terminal: Terminal): Promise<string | null> {
  return file === null ? null : readable(file, await readLimitedText(file, codeTableLimits.bytes, terminal, 'table'));
}

function readable(file: string, read: TextRead): string {
  if (read.kind === 'unreadable') {
    throw new UsageError(`${file}: ${read.reason}`);
  }
  return read.text;
}

function importOf(wanted: BoundaryArguments, text: string, codesText: string | null): BoundaryImport {
  const { kind, datedOn, validTo, skipsUnknown, isDryRun, title, publisher, url, licence } = wanted;
  const { codeProperty, nameProperty, objectName, codesFrom, codesTo } = wanted;
  return {
    boundarySetId: newId(),
    fileName: wanted.file === '-' ? 'standard input' : path.basename(wanted.file),
    text,
    kind,
    mapping: { codeProperty, nameProperty, objectName },
    codes: codesText === null ? null : { text: codesText, from: codesFrom, to: codesTo },
    datedOn,
    validTo,
    source: { title, publisher, url, licence },
    skipsUnknown,
    isDryRun,
    onBehalfOf: 'whoever runs the service',
    at: systemClock(),
  };
}
