import { downloadLimits } from '../../file-limits.ts';
import { parseBoundedJson } from '../../platform/files/json-scan.ts';
import { countOf } from '../../views/format.ts';
import {
  type Rescored,
  type ReturnVerification,
  returnDownloadSchema,
  verifyReturn,
} from '../return-documents/index.ts';
import { type DownloadSummary, type Verification, verifyDownload } from '../roadmap/index.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** A file that is not even JSON, and why. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: string;
}

export interface VerifyReport {
  readonly lines: readonly string[];
  /** 0 verified, 1 failed, 2 unreadable. */
  readonly exitCode: 0 | 1 | 2;
}

/** A roadmap or a signed assessment, verified or not. */
type AnyVerification = Verification | ReturnVerification | Unreadable;

/**
 * Verifies the text of a download file, be it a roadmap or a signed assessment. A key that stands twice in one object fails it, whichever value is
 * meant. `findInstrument`: as `verifyReturn` asks for it.
 */
export function verifyDownloadText(
  text: string,
  findInstrument: Parameters<typeof verifyReturn>[1] = () => null,
): AnyVerification {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const parsed = parseBoundedJson(json, downloadLimits);
  if (parsed.kind !== 'json') {
    const reason = parsed.kind === 'too-much' ? parsed.reason : `is not JSON: ${parsed.message}`;
    return { kind: 'unreadable', reason: `The file ${reason}` };
  }
  const repeated = repeatedKeys(json);
  if (repeated.length > 0) {
    const problems = [...new Set(repeated)].slice(0, 20).map((key) => `The key "${key}" stands twice in one object`);
    return { kind: 'failed', problems };
  }
  return isReturn(parsed.value) ? verifyReturn(parsed.value, findInstrument) : verifyDownload(parsed.value);
}

function isReturn(file: unknown): boolean {
  return typeof file === 'object' && file !== null && 'schema' in file && file.schema === returnDownloadSchema;
}

/** What to print about a verified, failed or unreadable file, line by line, and the exit code that says the same. */
export function verifyReport(result: AnyVerification): VerifyReport {
  switch (result.kind) {
    case 'verified-return':
      return { lines: returnLines(result).map(printable), exitCode: 0 };
    case 'verified':
      return { lines: verifiedLines(result).map(printable), exitCode: 0 };
    case 'failed':
      return {
        lines: ['NOT VERIFIED', ...result.problems.map((problem) => `- ${problem}`)].map(printable),
        exitCode: 1,
      };
    case 'unreadable':
      return { lines: ['NOT READ', `- ${result.reason}`].map(printable), exitCode: 2 };
  }
}

function verifiedLines({ digest, recordDigest, summary }: Verification & { kind: 'verified' }): string[] {
  return [
    'VERIFIED',
    ...(summary.illustrative ? ['Illustrative data: this roadmap was made up to show how the service works.'] : []),
    `Roadmap of ${summary.footprint.name} (${summary.footprint.code}), version ${summary.version}, ${summary.programme}`,
    `Frozen ${summary.frozenAt}, published ${summary.publishedAt} as release ${summary.release}`,
    agreementLine(summary),
    contentLine(summary),
    `Document digest: ${digest}`,
    `Record digest:   ${recordDigest}`,
    'The file is whole and agrees with itself. To be sure where it came from, compare both digests with those on the roadmap’s public page.',
  ];
}

const rescoredInWords: Readonly<Record<Rescored, string>> = {
  same: 'Its scores come out again from its answers, by the questionnaire that it names',
  'no-answers':
    'Its answers are kept for the organisation, known by their digest alone, so its scores were not worked out again',
  'no-questionnaire':
    'This program does not have the questionnaire that it names, so its scores were not worked out again',
};

function returnLines({ download, rescored }: ReturnVerification & { kind: 'verified-return' }): string[] {
  const { document, signature, digest, recordDigest } = download;
  const { organisation, round, programme, careSetting, instrument } = document;
  return [
    'VERIFIED',
    ...(download.illustrative ? ['Illustrative data: this assessment was made up to show how the service works.'] : []),
    `Assessment of ${organisation.name} (${organisation.code}), ${careSetting.label}: ${round.label}, ${programme.title}`,
    `By the questionnaire ${instrument.title}, version ${instrument.version}; frozen ${document.frozenAt}`,
    signature === null
      ? 'Not signed: it waits, or was returned'
      : `Signed ${signature.at}${signature.person === null || signature.person.name === '' ? '' : ` by ${signature.person.name}, ${signature.person.role}`}`,
    rescoredInWords[rescored],
    `Document digest: ${digest}`,
    `Record digest:   ${recordDigest}`,
    'The file is whole and agrees with itself. To be sure where it came from, compare the document digest with the one that the service shows with the result.',
  ];
}

function agreementLine(summary: DownloadSummary): string {
  const { endorsedCount, withConditionsCount, declinedCount, memberCount } = summary;
  const conditions = withConditionsCount === 0 ? '' : ` (${withConditionsCount} with conditions)`;
  return `${endorsedCount} of ${countOf(memberCount, 'organisation')} endorsed exactly this document${conditions}; ${declinedCount} declined`;
}

function contentLine({ sectionCount, withheld }: DownloadSummary): string {
  const here = `${sectionCount - withheld.length} of ${countOf(sectionCount, 'section is', 'sections are')} in this file`;
  return withheld.length === 0
    ? here
    : `${here}; kept for assurance, known by their digests alone: ${withheld.join('; ')}`;
}

/** Text from a file could carry codes that move a terminal's cursor and rewrite the verdict above it. */
function printable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
