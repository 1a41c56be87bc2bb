const segment = encodeURIComponent;

type Setting = string | null;

/** The addresses of what people of an organisation tell each other about its answers, under that of one of its assessments. */
export function notePaths(assessment: (code: string, round: string, setting: Setting) => string) {
  /** About all answers. */
  const privateNotes = (code: string, round: string, setting: Setting = null) =>
    `${assessment(code, round, setting)}/notes`;
  /** About one answer; `thread`: the thread to go to on the page. */
  const questionNotes = (code: string, round: string, question: string, setting: Setting = null, thread = '') =>
    `${privateNotes(code, round, setting)}/${segment(question)}${thread === '' ? '' : `#thread-${thread}`}`;
  return {
    privateNotes,
    questionNotes,
    thread: (code: string, round: string, question: string, thread: string, setting: Setting = null) =>
      `${questionNotes(code, round, question, setting)}/${segment(thread)}`,
  };
}
