import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type AssessedOrganisation, fromWorkbook, listOf } from '../../assessment/index.ts';
import { can } from '../../identity/index.ts';

export interface ReturnFilesView {
  readonly organisation: string;
  readonly list: string;
  readonly files: readonly { readonly text: string; readonly href: string; readonly holds: string }[];
  /** `form`: a filled-in workbook can be read back; `locked`: not now; `none`: not by this person. */
  readonly readBack: 'form' | 'locked' | 'none';
  readonly errors: readonly FieldError[];
}

/** Whether answers can be saved now, by whoever may. */
export function takesFiles({ state, takesAnswers }: Pick<AssessedOrganisation, 'state' | 'takesAnswers'>): boolean {
  return takesAnswers && fromWorkbook.acceptsAnswers(state);
}

export function returnFilesView(assessed: AssessedOrganisation, errors: readonly FieldError[] = []): ReturnFilesView {
  const { heading, addressKey, round, setting, actor, subject } = assessed;
  const mayAnswer = can(actor, 'assessment.answer', subject);
  const href = (format: 'xlsx' | 'csv' | 'json') => paths.returnDownload(addressKey, round.id, format, setting);
  return {
    organisation: heading,
    list: listOf(assessed),
    readBack: mayAnswer ? (takesFiles(assessed) ? 'form' : 'locked') : 'none',
    errors,
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
