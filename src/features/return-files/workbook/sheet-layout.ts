/** The first sheet, and what stands there by which a program tells whose answers the file holds: the cell to the right of each of these words. */
export const coverSheet = 'About this file';

export const coverMarks = {
  layout: 'Layout of this file',
  organisation: 'Code of the organisation',
  round: 'Id of the round',
  careSetting: 'Id of the care setting',
  instrument: 'Questionnaire and version',
} as const;

/** Another layout gets another name. */
export const sheetLayout = 'local-digital-roadmaps/return-workbook/2';

/** The first row of a sheet. Three columns are hidden: the care setting, how often an answer had been saved, and which links it rested on. */
export const columnHeads = {
  setting: 'Care setting',
  id: 'Id',
  question: 'Question',
  answer: 'Answer',
  note: 'Note, for others to read',
  desired: 'Desired level by the next round',
  hint: 'Help',
  files: 'Evidence that is a file (to be added on the site)',
  links: 'Evidence that is a link, one in a line',
  revision: 'Saved',
  linksThen: 'Links when the file was made',
} as const;

export type SheetColumn = keyof typeof columnHeads;

/** What people need not see, and a file that comes back is told by. */
export const hiddenColumns: readonly SheetColumn[] = ['revision', 'linksThen', 'setting'];

export const metChoices = ['Yes', 'No'] as const;
