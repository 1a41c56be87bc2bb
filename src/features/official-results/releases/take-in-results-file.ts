import type { Connection } from '../../../platform/database/database.ts';
import { textOfBytes } from '../../../platform/files/text-of-bytes.ts';
import {
  type FileDifference,
  type FileReport,
  type FileTaken,
  type FileToTake,
  faultOn,
  ImportFaultsError,
} from '../../directory-import/index.ts';
import { type ReleaseReport, takeInRelease } from '../import-release.ts';
import type { PublishedResult } from '../official-results.ts';
import { parseResults, type ResultsParsed } from '../parse-results.ts';
import { compareReleases } from './compare-releases.ts';
import { storedDetails } from './release-details.ts';
import { releaseOddities } from './release-oddities.ts';
import { refusalInWords } from './release-words.ts';
import { findEarlierContent } from './releases-repository.ts';

type Read = Extract<ResultsParsed, { readonly kind: 'results' }>;

/** Takes a release in that somebody sent, and tells all that it says otherwise than the version before it. Throws `ImportFaultsError`. */
export async function takeInResultsFile(transaction: Connection, file: FileToTake): Promise<FileTaken> {
  const details = storedDetails.read(file.details);
  const content = readContent(file);
  const before = await findEarlierContent(transaction, details);
  const { personId, onBehalfOf, now } = file;
  const by = { personId, onBehalfOf, now };
  const outcome = await takeInRelease(transaction, { details, content, isShipped: false, isDryRun: false, ...by });
  switch (outcome.kind) {
    case 'known':
      return { kind: 'known', importedAt: outcome.recordedAt };
    case 'differs':
    case 'out-of-order':
      throw new ImportFaultsError([faultOn(null, refusalInWords(outcome, details))], 1);
    case 'checked':
    case 'imported': {
      const differences = [...unknownCodes(outcome, content), ...compareReleases(before, content)];
      for (const difference of differences) {
        file.onDifference(difference);
      }
      return {
        kind: 'imported',
        rowCount: content.rows.length,
        counts: countsOf(differences),
        notes: notesOn(outcome, content, releaseOddities(content, details.publishedOn)),
        absent: { total: 0, codes: [] },
        sourceId: `results-${details.series}-${details.version}`,
      };
    }
  }
}

const FAULTS_KEPT = 50;

function readContent({ fileName, content }: FileToTake): Read {
  const read = textOfBytes(content, 'table');
  const parsed: ResultsParsed =
    read.kind === 'unreadable'
      ? { kind: 'refused', faults: [faultOn(null, read.reason)] }
      : parseResults({ fileName, text: read.text });
  if (parsed.kind === 'refused') {
    throw new ImportFaultsError(parsed.faults.slice(0, FAULTS_KEPT), parsed.faults.length);
  }
  return parsed;
}

function unknownCodes({ unknownCodes: codes }: ReleaseReport, { rows, lines }: Read): FileDifference[] {
  return codes.flatMap((code) => {
    const index = rows.findIndex((row: PublishedResult) => row.code === code);
    const place = { row: lines[index] ?? null, isPast: false, before: '' };
    return { kind: 'code-unknown', code, name: rows[index]?.name ?? '', after: 'kept as published', ...place } as const;
  });
}

function countsOf(differences: readonly FileDifference[]): FileReport['counts'] {
  return Object.fromEntries([...Map.groupBy(differences, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]));
}

function notesOn(
  { scoreCount, namesWithoutCode, supersedes }: ReleaseReport,
  content: Read,
  oddities: readonly string[],
) {
  return [
    `${scoreCount.toLocaleString('en-GB')} scores. Measures: ${content.measures.join(', ')}.`,
    ...(supersedes === null ? [] : [`It takes the place of version ${supersedes}, which stays readable.`]),
    ...(namesWithoutCode.length === 0
      ? []
      : [`Published without a code, and kept so: ${namesWithoutCode.join(', ')}.`]),
    ...content.notes,
    ...oddities,
  ];
}
