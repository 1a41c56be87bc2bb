/** What is in an event that not everybody may read who reads the trail: what was answered, and where somebody means to be. */
const withheld = { action: 'assessment.authorise', names: ['answers', 'desired'] } as const;

/** The particulars of an event as they are shown: what was signed, but for its scores, to those alone who may read the assessments of everybody. */
export function shownDetail(
  action: string,
  detail: Readonly<Record<string, unknown>>,
  mayReadAnswers: boolean,
): Readonly<Record<string, unknown>> {
  if (mayReadAnswers || action !== withheld.action) {
    return detail;
  }
  const names = withheld.names.filter((name) => Object.hasOwn(detail, name));
  const words = 'on the trail, and shown to those who may read assessments';
  return { ...detail, ...Object.fromEntries(names.map((name) => [name, words])) };
}
