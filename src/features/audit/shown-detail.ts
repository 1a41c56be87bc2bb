/** What is in an event that not everybody may read who reads the trail. */
const answers = { action: 'assessment.authorise', name: 'answers' } as const;

/** The particulars of an event as they are shown: the answers that were signed to those alone who may read the assessments of everybody. */
export function shownDetail(
  action: string,
  detail: Readonly<Record<string, unknown>>,
  mayReadAnswers: boolean,
): Readonly<Record<string, unknown>> {
  return mayReadAnswers || action !== answers.action || !Object.hasOwn(detail, answers.name)
    ? detail
    : { ...detail, [answers.name]: 'on the trail, and shown to those who may read assessments' };
}
