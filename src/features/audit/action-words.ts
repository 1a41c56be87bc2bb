/** What was done, as a list of audit events says it. */
const words: Readonly<Record<string, string>> = {
  'assessment.answer': 'Saved answers',
  'assessment.authorise': 'Authorised and submitted the assessment',
  'assessment.insert-illustrative': 'Added an illustrative assessment',
  'assessment.open': 'Began the assessment',
  'assessment.request-authorisation': 'Asked for authorisation',
  'assessment.return': 'Returned the assessment to the coordinator',
  'audit.check': 'Checked the audit trail',
  'boundaries.load': 'Brought in boundaries',
  'contact.answer': 'Marked a message as answered',
  'contact.receive': 'Sent a message',
  'exemplar.designate': 'Designated an exemplar',
  'exemplar.withdraw': 'Withdrew an exemplar',
  'file-imported': 'Brought in a file',
  'formation.accept': 'Accepted the footprint form',
  'formation.begin': 'Began a footprint form',
  'formation.complete': 'Footprint form endorsed by all',
  'formation.endorse': 'Decided on the footprint form',
  'formation.put': 'Put the footprint form to the CCGs',
  'formation.save': 'Saved the footprint form',
  'formation.send-back': 'Sent the footprint form back',
  'formation.take-back': 'Took the footprint form back',
  'formation.withdraw': 'Withdrew the footprint form',
  'person.invite': 'Invited a person',
  'reference-loaded': 'Loaded the reference facts',
  'review.decide': 'Decided the review',
  'review.save': 'Saved the review',
  'review.start': 'Began the review',
  'roadmap.endorse': 'Decided on the roadmap',
  'roadmap.freeze': 'Froze the roadmap',
  'roadmap.new-version': 'Began a new version of the roadmap',
  'roadmap.open': 'Began the roadmap',
  'roadmap.publish': 'Published the roadmap',
  'roadmap.remove': 'Took something out of the roadmap',
  'roadmap.return-to-draft': 'Returned the roadmap to draft',
  'roadmap.save': 'Saved the roadmap',
  'roadmap.submit': 'Submitted the roadmap',
  'roadmap.succeed': 'Ended the roadmap with its footprint',
  'succession.confirm': 'Confirmed a change of footprints',
  'succession.propose': 'Proposed a change of footprints',
  'succession.withdraw': 'Withdrew a change of footprints',
};

/** An action in words; one without words of its own is spelt out: `mail.send-again` as `Mail: send again`. */
export function actionInWords(action: string): string {
  const spelt = action.replace('.', ': ').replaceAll('-', ' ');
  return words[action] ?? spelt.charAt(0).toUpperCase() + spelt.slice(1);
}
