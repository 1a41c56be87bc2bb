import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type AssessedOrganisation, fromWorkbook, listOf } from '../../assessment/index.ts';
import { can } from '../../identity/index.ts';
import { sectionsOf } from '../../programme/index.ts';

export interface ReturnFilesView {
  readonly organisation: string;
  readonly list: string;
  readonly files: readonly { readonly text: string; readonly href: string; readonly holds: string }[];
  /** `form`: a filled-in workbook can be read back; `locked`: not now; `none`: not by this person. */
  readonly readBack: 'form' | 'locked' | 'none';
  readonly errors: readonly FieldError[];
}

/** `isOpen`: whether answers of the workbook can be saved now, by whoever may. */
export function returnFilesView(
  assessed: AssessedOrganisation,
  isOpen: boolean,
  errors: readonly FieldError[] = [],
): ReturnFilesView {
  const { heading, addressKey, round, setting, actor, subject, instrument } = assessed;
  const isWhole = fromWorkbook.isAnsweredOnce(assessed);
  const ofOnce = isWhole ? ' of what is answered once for all care settings' : '';
  const mayAnswer = can(actor, 'assessment.answer', subject);
  const href = (format: 'xlsx' | 'csv' | 'json') => paths.returnDownload(addressKey, round.id, format, setting);
  return {
    organisation: heading,
    list: listOf(assessed),
    readBack: mayAnswer ? (isOpen ? 'form' : 'locked') : 'none',
    errors,
    files: [
      {
        text: isWhole ? 'Workbook of the whole return (XLSX)' : 'Workbook (XLSX)',
        href: href('xlsx'),
        holds: isWhole
          ? 'every care setting and what is answered once for all of them, a sheet for each section, with the questions, the choices as lists, notes and what evidence there is'
          : 'a sheet for each section, with the questions, the choices as lists, notes and what evidence there is',
      },
      ...(isWhole && sectionsOf(instrument).length === 0
        ? []
        : [
            {
              text: `Table${ofOnce} (CSV)`,
              href: href('csv'),
              holds: 'a row for each question that is asked, with its answer, score, desired level and note',
            },
            {
              text: `JSON${ofOnce}`,
              href: href('json'),
              holds: 'the same for programs, with the ids of questions and answers',
            },
          ]),
    ],
  };
}
