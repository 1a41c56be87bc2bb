import { paths } from '../../../paths.ts';
import { type AssessedOrganisation, listOf } from '../../assessment/index.ts';

export interface ReturnFilesView {
  readonly organisation: string;
  readonly list: string;
  readonly files: readonly { readonly text: string; readonly href: string; readonly holds: string }[];
}

export function returnFilesView(assessed: AssessedOrganisation): ReturnFilesView {
  const { heading, addressKey, round, setting } = assessed;
  const href = (format: 'xlsx' | 'csv' | 'json') => paths.returnDownload(addressKey, round.id, format, setting);
  return {
    organisation: heading,
    list: listOf(assessed),
    files: [
      {
        text: 'Workbook (XLSX)',
        href: href('xlsx'),
        holds: 'a sheet for each section, with the questions, the choices as lists, notes and what evidence there is',
      },
      {
        text: 'Table (CSV)',
        href: href('csv'),
        holds: 'a row for each question that is asked, with its answer, score, desired level and note',
      },
      { text: 'JSON', href: href('json'), holds: 'the same for programs, with the ids of questions and answers' },
    ],
  };
}
