import type { z } from 'zod';
import { sealProblems } from '../agreement/index.ts';
import type { Instrument } from '../programme/index.ts';
import { compareScores, givenAnswers, InvalidAnswersError, scoreAssessment, storedScores } from '../scoring/index.ts';
import { answersIn, type ReturnDocument, returnDigest, scoreIn } from './frozen-return.ts';
import { type ReturnDownload, returnDownloadShape, returnRecordDigest } from './signed-file.ts';

/** Whether the scores came out again from the answers: they did, or why that could not be tried. */
export type Rescored = 'same' | 'no-answers' | 'no-questionnaire';

export type ReturnVerification =
  | { readonly kind: 'verified-return'; readonly download: ReturnDownload; readonly rescored: Rescored }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/** More would not help anyone to find what is wrong. */
const problemLimit = 20;

/**
 * Whether a file is whole and consistent: every digest is formed anew, the signature is of this very document, and where the file has the
 * answers and the program their questionnaire, the scores come out again. Takes anything that came out of a JSON parser and never throws. It
 * cannot tell who wrote the file: for that, compare its digests with those that the service shows.
 *
 * @param findInstrument the very text of the questionnaire that a document names; null where there is none
 */
export function verifyReturn(
  file: unknown,
  findInstrument: (document: ReturnDocument) => Instrument | null,
): ReturnVerification {
  const shaped = returnDownloadShape.safeParse(file);
  if (!shaped.success) {
    return failed(shapeProblems(shaped.error));
  }
  const download = shaped.data;
  const { document } = download;
  const problems = [
    ...document.sections.flatMap((section) => sealProblems(section, 'signed')),
    ...sectionProblems(document),
    ...digestProblems(download),
    ...signatureProblems(download),
  ];
  if (problems.length > 0) {
    return failed(problems);
  }
  const rescored = rescore(document, findInstrument);
  return Array.isArray(rescored) ? failed(rescored) : { kind: 'verified-return', download, rescored };
}

function failed(problems: readonly string[]): ReturnVerification {
  return { kind: 'failed', problems: problems.slice(0, problemLimit) };
}

function shapeProblems(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => {
    const place = path.length === 0 ? 'The file' : `"${path.map(String).join('.')}"`;
    return `${place}: ${message}`;
  });
}

function sectionProblems({ sections }: ReturnDocument): string[] {
  const ids = sections.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const open = sections.find(({ id }) => id === 'scores');
  return [
    ...twice.map((id) => `The section "${id}" is there twice`),
    ...(open?.content == null ? ['The scores are missing'] : []),
  ];
}

function digestProblems(download: ReturnDownload): string[] {
  const formed = returnDigest(download.document);
  const record = returnRecordDigest(download);
  return [
    ...(formed === download.digest ? [] : [`The document is not as it was signed: it has the digest ${formed}`]),
    ...(record === download.recordDigest
      ? []
      : [`The signature is not as it was downloaded: the record has the digest ${record}`]),
    ...(download.illustrative === download.document.illustrative
      ? []
      : ['The file and its document disagree on being illustrative']),
  ];
}

function signatureProblems({ document, digest, signature }: ReturnDownload): string[] {
  if (signature === null) {
    return [];
  }
  return [
    ...(signature.digest === digest ? [] : ['The signature is of another document']),
    ...(signature.organisation === document.organisation.code ? [] : ['The signature is by another organisation']),
    ...(signature.declaration === document.declaration ? [] : ['The signature is under another declaration']),
  ];
}

function rescore(
  document: ReturnDocument,
  findInstrument: (document: ReturnDocument) => Instrument | null,
): Rescored | string[] {
  const answers = givenAnswers(answersIn(document));
  if (document.sections.some(({ content }) => content === null)) {
    return 'no-answers';
  }
  const instrument = findInstrument(document);
  if (instrument === null) {
    return 'no-questionnaire';
  }
  try {
    const anew = scoreAssessment(instrument, document.careSetting.id, answers);
    const differences = compareScores(storedScores(scoreIn(document)), storedScores(anew));
    return differences.length === 0
      ? 'same'
      : differences.map(({ level, key }) => `The answers give another score for the ${level} "${key}"`);
  } catch (error) {
    if (error instanceof InvalidAnswersError) {
      return [error.message];
    }
    throw error;
  }
}
