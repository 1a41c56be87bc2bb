const segment = encodeURIComponent;

type Setting = string | null;

/** A question of a section. */
interface QuestionOf {
  readonly section: string;
  readonly question: string;
}

/** The addresses of what the answers of an organisation rest on, under that of one of its assessments. */
export function evidencePaths(assessment: (code: string, round: string, setting: Setting) => string) {
  const evidence = (code: string, round: string, setting: Setting = null) =>
    `${assessment(code, round, setting)}/evidence`;
  const evidenceItem = (code: string, round: string, item: string, setting: Setting = null) =>
    `${evidence(code, round, setting)}/${segment(item)}`;
  /** What one answer rests on. */
  const questionEvidence = (code: string, round: string, { section, question }: QuestionOf, setting: Setting = null) =>
    `${assessment(code, round, setting)}/sections/${segment(section)}/evidence/${segment(question)}`;
  return {
    evidence,
    evidenceItem,
    removeEvidence: (code: string, round: string, item: string, setting: Setting = null) =>
      `${evidenceItem(code, round, item, setting)}/remove`,
    scanEvidence: (code: string, round: string, item: string, setting: Setting = null) =>
      `${evidenceItem(code, round, item, setting)}/scan`,
    evidenceFile: (code: string, round: string, item: string, version: number, setting: Setting = null) =>
      `${evidenceItem(code, round, item, setting)}/versions/${version}/file`,
    questionEvidence,
    putEvidence: (code: string, round: string, of: QuestionOf, setting: Setting = null) =>
      `${questionEvidence(code, round, of, setting)}/uses`,
  };
}
