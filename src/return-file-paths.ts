type Setting = string | null;

/** The addresses of one's own answers as files, and of one that comes back, under that of one of its assessments. */
export function returnFilePaths(assessment: (code: string, round: string, setting: Setting) => string) {
  const returnFiles = (code: string, round: string, setting: Setting = null) =>
    `${assessment(code, round, setting)}/files`;
  return {
    returnFiles,
    returnDownload: (code: string, round: string, format: 'xlsx' | 'csv' | 'json', setting: Setting = null) =>
      `${returnFiles(code, round, setting)}/answers.${format}`,
    /** Where what a file would change is accepted. */
    acceptReturnFile: (code: string, round: string, setting: Setting = null) =>
      `${returnFiles(code, round, setting)}/accept`,
  };
}
