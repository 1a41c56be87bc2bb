import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { ReleaseDetails } from '../../features/directory-import/index.ts';
import { slugPattern } from '../../platform/slug.ts';
import { UsageError } from '../command.ts';

/** Every later version would have to be dated after it. */
export function refuseDayToCome({ publishedOn }: ReleaseDetails, day: string): void {
  if (publishedOn > day) {
    throw new UsageError(`--published-on ${publishedOn} is still to come: today is ${day}.`);
  }
}

const said = (option: string) => z.string(`Say ${option}.`).trim().min(1, `Say ${option}.`);

const schema = z.object({
  series: said('with --series which publication it is').regex(
    slugPattern,
    '--series has small letters, digits and single hyphens.',
  ),
  'release-version': said('with --release-version which version it is').regex(
    /^[1-9]\d{0,5}$/,
    '--release-version is a whole number from 1.',
  ),
  title: said('with --title what the publication is called'),
  publisher: said('with --publisher who published it'),
  'published-on': z.iso.date('Say with --published-on YYYY-MM-DD when it was published.'),
  url: z
    .url({ protocol: /^https?$/, error: '--url is a web address.' })
    .nullable()
    .default(null),
  licence: z.string().trim().min(1).default('Not stated'),
  note: z.string().trim().default(''),
  standing: z
    .enum(['official', 'stated', 'inferred'], '--standing is official, stated or inferred.')
    .default('official'),
});

/** The file and the publication that a command line names. Throws `UsageError` where something is missing or not as it should be. */
export function readReleaseArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      series: text,
      'release-version': text,
      title: text,
      publisher: text,
      'published-on': text,
      url: text,
      licence: text,
      note: text,
      standing: text,
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('Name one file.');
  }
  const given = schema.safeParse(values);
  if (!given.success) {
    throw new UsageError(given.error.issues.map(({ message }) => message).join('\n'));
  }
  const { 'release-version': version, 'published-on': publishedOn, ...rest } = given.data;
  const details: ReleaseDetails = { ...rest, version: Number(version), publishedOn };
  return { file, details, isDryRun: values['dry-run'] };
}
