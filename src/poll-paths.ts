const segment = encodeURIComponent;

type Setting = string | null;

/** The addresses of what an organisation asks its colleagues about its answers, under that of one of its assessments; and of the votes. */
export function pollPaths(assessment: (code: string, round: string, setting: Setting) => string) {
  const polls = (code: string, round: string, setting: Setting = null) => `${assessment(code, round, setting)}/polls`;
  return {
    polls,
    /** Where a poll on questions of a section is opened. */
    openPoll: (code: string, round: string, section: string, setting: Setting = null) =>
      `${polls(code, round, setting)}/new/${segment(section)}`,
    /** Where a survey of staff is opened. */
    openSurvey: (code: string, round: string, setting: Setting = null) => `${polls(code, round, setting)}/survey`,
    poll: (code: string, round: string, poll: string, setting: Setting = null) =>
      `${polls(code, round, setting)}/${segment(poll)}`,
    /** Where somebody votes, with the token of the link that was sent to them. */
    vote: (token = '') => (token === '' ? '/vote' : `/vote?token=${segment(token)}`),
    voted: () => '/vote/thank-you',
  };
}
