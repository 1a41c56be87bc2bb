const segment = encodeURIComponent;

type Assessment = (code: string, round: string, setting?: string | null) => string;
type Query = Readonly<Record<string, string>>;

/** Addresses of what an organisation has from its assessment: its result, where it stands, and what to do next. */
export function reportPaths(assessment: Assessment, withQuery: (address: string, query: Query) => string) {
  return {
    assessmentResult: (code: string, round: string, setting: string | null = null) =>
      `${assessment(code, round, setting)}/result`,
    assessmentAnswers: (code: string, round: string, setting: string | null = null) =>
      `${assessment(code, round, setting)}/result.csv`,
    /** `like`: in what others are alike, with commas between; `adjusted`: that it was chosen, be it nothing. */
    organisationReport: (code: string, round: string, setting: string | null = null, query: Query = {}) =>
      withQuery(`${assessment(code, round, setting)}/report`, query),
    organisationReportFile: (code: string, round: string, setting: string | null = null, query: Query = {}) =>
      withQuery(`${assessment(code, round, setting)}/report.xlsx`, query),
    organisationReportPdf: (code: string, round: string, setting: string | null = null, query: Query = {}) =>
      withQuery(`${assessment(code, round, setting)}/report.pdf`, query),
    /** For everybody: of the newest round whose results are public, or with `round` and `care-setting` of another. */
    publicReport: (code: string, query: Query = {}) => withQuery(`/organisations/${segment(code)}/report`, query),
    publicReportFile: (code: string, query: Query = {}) =>
      withQuery(`/organisations/${segment(code)}/report.xlsx`, query),
    publicReportPdf: (code: string, query: Query = {}) =>
      withQuery(`/organisations/${segment(code)}/report.pdf`, query),
  };
}
