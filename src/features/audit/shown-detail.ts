/** Said of answers while they are not authorised, or not any more, and so not for everybody who reads the trail. */
const beforeSigning: Readonly<Record<string, readonly string[]>> = {
  'assessment.return': ['reason'],
  'assessment.reopen': ['reason'],
  'assessment.correct': ['reason'],
  'assessment.withdraw-correction': ['reason'],
};

/** What was answered and signed, and where somebody means to be: for those who may read the assessments of everybody. */
const signed: Readonly<Record<string, readonly string[]>> = { 'assessment.authorise': ['answers', 'desired'] };

/** The particulars of an event as they are shown, without what not everybody may read who reads the trail. */
export function shownDetail(
  action: string,
  detail: Readonly<Record<string, unknown>>,
  mayReadAnswers: boolean,
): Readonly<Record<string, unknown>> {
  return {
    ...detail,
    ...inPlaceOf(detail, beforeSigning[action], 'on the trail, and shown to the organisation'),
    ...(mayReadAnswers
      ? {}
      : inPlaceOf(detail, signed[action], 'on the trail, and shown to those who may read assessments')),
  };
}

function inPlaceOf(
  detail: Readonly<Record<string, unknown>>,
  names: readonly string[] = [],
  words: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(detail, name)).map((name) => [name, words]));
}
