import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  importPlaces as bringIn,
  type PlaceLayoutId,
  type PlacesReport,
} from '../../features/directory-import/index.ts';
import { placeFileLimits } from '../../file-limits.ts';
import { dayOf } from '../../platform/days.ts';
import { newId } from '../../platform/ids.ts';
import { keepRegister } from '../../register-listeners.ts';
import { countOf } from '../../views/format.ts';
import { type ExitCode, type Terminal, UsageError } from '../command.ts';
import { readLimitedText } from '../read-limited.ts';
import { withDatabase } from '../with-database.ts';

const MOST_SHOWN = 20;

/** The options of every file of areas and members, as `--help` says them. */
export const placeOptions = `  --dated        the day whose state of affairs the file gives: files do not say it themselves
  --title, --publisher, --licence
                 how the source is named on the pages; the title is the name of the file unless given
  --dry-run      says what would change, and changes nothing`;

/** How files of areas and members are read, as `--help` says it. */
export const placeRules = `All or nothing: a file with a fault changes nothing, and every fault is named with its line and column. A row takes the place
of what was known of the same thing for its days, unless a newer source speaks of them; things that the file does not name
stay as they are. The same file again changes nothing.

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done (or nothing to do), 1 the file has faults and nothing was changed, 2 something given is wrong.`;

/** Brings a file of areas, of areas in areas, or of members in, as the options say, and tells what came of it. */
export async function importPlaces(
  args: readonly string[],
  layouts: readonly PlaceLayoutId[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { file, ...wanted } = readPlaceArguments(args);
  const read = await readLimitedText(file, placeFileLimits.bytes, terminal, 'table');
  if (read.kind === 'unreadable') {
    throw new UsageError(`${file}: ${read.reason}`);
  }
  const outcome = await withDatabase(terminal, (database, _config, { pack, clock }) =>
    bringIn(database, {
      ...wanted,
      fileName: file === '-' ? 'standard input' : path.basename(file),
      text: read.text,
      layouts,
      importId: newId(),
      personId: null,
      onBehalfOf: 'whoever runs the service',
      now: clock(),
      register: keepRegister(pack),
    }),
  );
  switch (outcome.kind) {
    case 'refused':
      terminal.complain(
        `${file} is not as it should be (${countOf(outcome.faults.length, 'fault')}). Nothing was changed.`,
      );
      for (const { line, message } of outcome.faults.slice(0, MOST_SHOWN)) {
        terminal.complain(`  ${outcome.unit} ${line}: ${message}`);
      }
      if (outcome.faults.length > MOST_SHOWN) {
        terminal.complain(`  and ${outcome.faults.length - MOST_SHOWN} more`);
      }
      return 1;
    case 'known':
      terminal.print(`This file of this day was brought in on ${dayOf(outcome.importedAt)}. Nothing to do.`);
      return 0;
    case 'checked':
    case 'imported':
      for (const line of reportLines(outcome, wanted.isDryRun)) {
        terminal.print(line);
      }
      return 0;
  }
}

const words = { added: 'New', ended: 'Ended', changed: 'Changed' } as const;

function reportLines({ rowCount, differences, passedOver, notes }: PlacesReport, isDryRun: boolean): string[] {
  const kinds = ['added', 'ended', 'changed'] as const;
  const groups = kinds.flatMap((kind) => {
    const own = differences.filter((each) => each.kind === kind);
    const shown = own.slice(0, MOST_SHOWN).map(({ line, before, after }) => {
      return `  line ${line}: ${before === '' ? after : `“${before}” becomes “${after}”`}`;
    });
    const rest = own.length > MOST_SHOWN ? [`  and ${own.length - MOST_SHOWN} more`] : [];
    return own.length === 0 ? [] : [`${words[kind]}: ${own.length}`, ...shown, ...rest];
  });
  return [
    `${countOf(rowCount, 'row')} read.`,
    ...notes,
    ...(differences.length === 0 ? ['The directory knew all of it.'] : groups),
    ...(passedOver.length === 0
      ? []
      : [`Passed over, because something newer is known: lines ${passedOver.join(', ')}`]),
    isDryRun ? 'Nothing was changed.' : 'Done.',
  ];
}

const schema = z.object({
  dated: z.iso.date('Say with --dated YYYY-MM-DD of which day the file is: the file itself does not.'),
  title: z.string().trim().min(1).nullable().default(null),
  publisher: z.string().trim().min(1).default('Not stated'),
  licence: z.string().trim().min(1).default('Not stated'),
  'dry-run': z.boolean().default(false),
});

function readPlaceArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { dated: text, title: text, publisher: text, licence: text, 'dry-run': { type: 'boolean' } },
  });
  const [file] = positionals;
  const given = schema.safeParse(values);
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('Name one file.');
  }
  if (!given.success) {
    throw new UsageError(given.error.issues.map(({ message }) => message).join('\n'));
  }
  const { dated, title, publisher, licence } = given.data;
  return {
    file,
    datedOn: dated,
    isDryRun: given.data['dry-run'],
    source: { title: title ?? path.basename(file), publisher, licence },
  };
}
