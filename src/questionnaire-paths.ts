type Query = Readonly<Record<string, string>>;

const segment = encodeURIComponent;

/** Addresses of questionnaires, for everybody and for those who run the programme; `withQuery` puts a query behind an address. */
export function questionnairePaths(withQuery: (address: string, query: Query) => string) {
  const questionnaire = (id: string, version: string) => `/questionnaires/${segment(id)}/${segment(version)}`;
  const instrument = (id: string, version: string) =>
    `/workspace/programme/instruments/${segment(id)}/${segment(version)}`;
  return {
    /** What is asked and how it is scored, for everybody. */
    questionnaires: () => '/questionnaires',
    questionnaire,
    /** `setting`: the care setting whose questions are shown. */
    questionnaireSection: (id: string, version: string, section: string, query: Query = {}) =>
      withQuery(`${questionnaire(id, version)}/sections/${segment(section)}`, query),

    instruments: () => '/workspace/programme/instruments',
    instrument,
    proposeInstrument: (id: string, version: string) => `${instrument(id, version)}/propose`,
    confirmInstrument: (id: string, version: string) => `${instrument(id, version)}/confirm`,
    withdrawInstrument: (id: string, version: string) => `${instrument(id, version)}/withdraw`,
    instrumentDifferences: (id: string, version: string) => `${instrument(id, version)}/differences`,
    /** `setting`: for whom; `section`: the one that is shown, the first where none is named. */
    instrumentPreview: (id: string, version: string, query: Query) =>
      withQuery(`${instrument(id, version)}/preview`, query),
    /** `setting`: for whom; `fill`: which answers are made up; the answers that are chosen, by question. */
    instrumentScoring: (id: string, version: string, query: Query = {}) =>
      withQuery(`${instrument(id, version)}/scoring`, query),
  } as const;
}
