import { countOf, formatDate, formatNumber } from '../../../views/format.ts';
import { percentRead, type Upload } from '../uploads/upload.ts';
import { type UploadState, uploadStateLabels } from '../uploads/upload-state.ts';

const titles: Readonly<Partial<Record<UploadState, (fileName: string) => string>>> = {
  waiting: (fileName) => `What ${fileName} would change`,
  confirmed: (fileName) => `Bringing in ${fileName}`,
  importing: (fileName) => `Bringing in ${fileName}`,
  imported: (fileName) => `What ${fileName} changed`,
  received: (fileName) => `Checking ${fileName}`,
  checking: (fileName) => `Checking ${fileName}`,
};

export function titleOf({ state, fileName }: Upload): string {
  return titles[state]?.(fileName) ?? fileName;
}

export function sentWords({ uploadedAt, uploadedByName }: Upload): string {
  const day = formatDate(uploadedAt);
  return uploadedByName === null ? `${day}, fetched from the registry` : `${day} by ${uploadedByName}`;
}

export function stateWords({ state, decidedByName, decidedAt }: Upload): string {
  const label = uploadStateLabels[state];
  return decidedAt === null ? label : `${label}, decided on ${formatDate(decidedAt)} by ${decidedByName ?? 'somebody'}`;
}

/** What there is to know of a file besides its state; null where the state says it all. */
export function noteOf(upload: Upload): string | null {
  switch (upload.state) {
    case 'received':
    case 'confirmed':
      return upload.ahead === 0
        ? 'It is the next to be worked on. Files are worked on one at a time.'
        : `It waits for ${countOf(upload.ahead, 'file')} before it. Files are worked on one at a time.`;
    case 'checking':
    case 'importing':
      return progressWords(upload);
    default:
      return upload.reason === 'faulty' && upload.uploadedByName === null
        ? refusedAnswerWords
        : reasonWords[upload.reason];
  }
}

function progressWords(upload: Upload): string {
  const { rows } = upload.progress;
  return rows === 0
    ? 'It has only just begun.'
    : `${countOf(rows, 'row')} read so far, ${formatNumber(percentRead(upload))}% of the file.`;
}

/** Nobody has the file of a fetch to put right. */
const refusedAnswerWords =
  'The answer of the registry was refused: it has the faults below. Nothing was changed. The registry is asked for it again at the next fetch.';

const reasonWords: Readonly<Record<Upload['reason'], string | null>> = {
  '': null,
  'found-other':
    'What is on record has changed since the file was checked, and so has what the file would change. Nothing was brought in: read what is new, then confirm.',
  stopped: 'Somebody stopped bringing it in. Nothing of it was kept.',
  faulty: 'The file has the faults below. Nothing was changed. Put them right, then send the file again.',
  known: 'The same file, of the same day, is in already. There is nothing to do.',
  error:
    'Something went wrong on our side. Nothing was changed. Try again; if it fails again, tell whoever runs the service.',
  'broken-off':
    'The service ended several times while it worked on this file. Nothing was changed. Try again; if it fails again, tell whoever runs the service.',
};
