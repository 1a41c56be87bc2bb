const segment = encodeURIComponent;

type Setting = string | null;

/** The addresses of what follows on signing an assessment, under that of the assessment. */
export function validationPaths(assessment: (code: string, round: string, setting: Setting) => string) {
  /** What is asked about a signed assessment, and whether it is validated. */
  const queries = (code: string, round: string, setting: Setting = null) =>
    `${assessment(code, round, setting)}/queries`;
  /** About one part of it; `query`: the one to go to on the page. */
  const queriesAbout = (code: string, round: string, about: string, setting: Setting = null, query = '') =>
    `${queries(code, round, setting)}/${segment(about)}${query === '' ? '' : `#query-${query}`}`;
  return {
    queries,
    queriesAbout,
    query: (code: string, round: string, about: string, query: string, setting: Setting = null) =>
      `${queriesAbout(code, round, about, setting)}/${segment(query)}`,
    /** What somebody from outside found of its answers, and where one section of them is checked. */
    moderation: (code: string, round: string, setting: Setting = null) =>
      `${assessment(code, round, setting)}/moderation`,
    /** Where the organisation challenges what was found of one answer, and where that is read. */
    challenge: (code: string, round: string, question: string, setting: Setting = null) =>
      `${assessment(code, round, setting)}/challenges/${segment(question)}`,
    /** Where it is answered. */
    challengeAnswer: (code: string, round: string, question: string, setting: Setting = null) =>
      `${assessment(code, round, setting)}/challenges/${segment(question)}/answer`,
    /** Whom of other organisations somebody invites to check it, and one such invitation. */
    peers: (code: string, round: string, setting: Setting = null) => `${assessment(code, round, setting)}/peers`,
    peer: (code: string, round: string, invitation: string, setting: Setting = null) =>
      `${assessment(code, round, setting)}/peers/${segment(invitation)}`,
    moderationSection: (code: string, round: string, section: string, setting: Setting = null) =>
      `${assessment(code, round, setting)}/moderation/${segment(section)}`,
    /** Where it is opened again. */
    reopening: (code: string, round: string, setting: Setting = null) =>
      `${assessment(code, round, setting)}/reopening`,
    /** Where it is validated, and where that is taken back. */
    validation: (code: string, round: string, setting: Setting = null) =>
      `${assessment(code, round, setting)}/validation`,
  };
}
