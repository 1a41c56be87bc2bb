/** Tables that belong together, each with what one row of it is. */
export interface Room {
  readonly title: string;
  readonly about: string;
  readonly tables: Readonly<Record<string, string>>;
}

/** Every table once. A new one is added to the room that it belongs to. */
export const rooms: readonly Room[] = [
  {
    title: 'Register',
    about: 'Who is where, in what role, since when, and who says so. Periods of one thing never overlap.',
    tables: {
      source: 'where a fact comes from: a published file, a form endorsed here, an event confirmed here',
      organisation: 'a body that takes part, whatever it was called when',
      organisation_record: 'what was true of an organisation for one period',
      organisation_relation: 'how one organisation hangs together with another for one period',
      organisation_area: 'where an organisation lay for one period',
      organisation_measure: 'a figure about an organisation, such as patients, on one day',
      area: 'a footprint, plan area or region, whatever it was called when',
      area_record: 'what was true of an area for one period',
      area_link: 'an area that lies within another, or spans it, for one period',
      area_hexagon: 'the place of an area on the map of hexagons',
      area_note: 'what is said of an area’s past or future, where the sources allow no event',
      membership: 'an organisation’s place in a footprint for one period',
      succession_event: 'what turned organisations or areas into others',
      succession_link: 'one of the predecessors of an event, and what it became',
      directory_change: 'a transaction that changed anything of the register',
      reference_load: 'the facts shipped with the service that were loaded last',
    },
  },
  {
    title: 'Directory files',
    about: 'What was brought into the register from files.',
    tables: {
      contradiction: 'what a file says against the register, kept beside it until somebody decides',
      contradiction_decision: 'what a person decided of a contradiction; the last one holds',
      directory_fetch: 'a time that the registry was asked',
      directory_import: 'a file that was brought in',
      import_upload: 'a file that a person sent or the service fetched, on its way into the register',
    },
  },
  {
    title: 'Search and maps',
    about: 'Worked out from the register, or loaded beside it.',
    tables: {
      search_entry: 'a name or code by which something is found, and when it held',
      search_word: 'a word of those names, to offer instead of a mistyped one',
      boundary_set: 'the boundaries of one kind of area for one period',
      boundary: 'one area of such a set',
    },
  },
  {
    title: 'People',
    about: 'Who somebody is and what they may do.',
    tables: {
      person: 'somebody with an account, or an invented person of the demonstration',
      credential: 'a way to sign in, such as a password',
      session: 'somebody signed in at one browser',
      verification: 'a link that works once, or a step of signing in under way; by its digest',
      role_grant: 'a role held for a scope, from one moment to another',
      passkey: 'a key on somebody’s device, with which they sign in instead of a password',
      two_factor: 'the second factor of a person, encrypted',
      set_up_link: 'the link by which the first administrator makes their account; by its digest, one row at most',
      service_setting: 'what the service is called, who runs it and how it sends e-mails; one row at most',
      private_draft: 'what somebody has typed into a form and not sent yet, for nobody but them',
      sign_in_failure: 'failed attempts of late, by account and by network',
      security_event: 'a sign-in, a limit reached or a refusal, kept for some months',
    },
  },
  {
    title: 'Footprint forms',
    about: 'How a footprint comes about and changes, and who agreed to it.',
    tables: {
      formation: 'a footprint, or one that is proposed, as its forms see it',
      footprint_form: 'a first form, or a request for change',
      footprint_form_history: 'one save of one page of a form',
      footprint_form_document: 'a form as it was put to its commissioners',
      footprint_form_endorsement: 'a decision on such a document',
      footprint_form_step: 'a step that somebody took with a form',
    },
  },
  {
    title: 'Rounds',
    about: 'What the programme office does about the rounds of its pack.',
    tables: {
      planned_round:
        'a round that was planned on screen, over an instrument of the pack or with a baseline from a round of assessment',
      round_step: 'a round opened, extended, corrected or closed, with the reason',
      withdrawn_round: 'a planned round that was taken back before it opened',
    },
  },
  {
    title: 'Assessment',
    about: 'How far an organisation has come. Keys begin with the organisation.',
    tables: {
      assessment: 'one care setting of an organisation in one round, or what is answered once for all of them',
      answer: 'an answer as it stands',
      answer_history: 'an answer as it was saved once',
      assessment_document:
        'all that was put to be signed of an assessment, frozen when authorisation was asked for; one that was returned stays',
      assessment_signature: 'that somebody signed such a document, by its digest',
      assessment_reopening: 'that a signed assessment was opened again: the signature of that document stands no more',
      assessment_correction:
        'that a signed assessment was corrected after its results were public: what stood before, until the corrected one was signed',
      corrected_score: 'a score that stood before such a correction',
      correction_answer: 'as which revision an answer stood when its assessment was opened for a correction',
      correction_withdrawal:
        'that an assessment was opened for a correction and this was taken back, with both reasons',
      return_validation: 'that the region has validated such a document, or taken that back; the latest stands',
      moderation_finding:
        'what somebody from outside found of a signed answer: the same, or what they would answer and why; of each question the latest stands',
      moderation_challenge: 'that an organisation does not agree with what was found of one answer, and why',
      challenge_decision: 'what was answered to such a challenge: what was found stands, or something else is found',
      moderation_outcome: 'the scores that finished findings come to, beside those that were signed; the latest stands',
      peer_invitation: 'that somebody of another organisation is invited to check such a document',
      peer_invitation_step: 'that such an invitation was accepted, declined or withdrawn; the latest stands',
      care_setting_choice:
        'that somebody said that an organisation answers for a care setting, or does not; of each setting the latest stands',
      answer_sharing:
        'that one organisation takes answers from another of its group in a round: proposed by one, agreed by the other, ended by either',
      assignment: 'that a section, or a question of it, is a named colleague’s to answer',
      assignment_step: 'what became of an assignment: changed, reminded of, done, taken back; the latest stands',
      kept_instrument: 'one version of an instrument as it was started with; kept as it is once it has answers',
      instrument_activation:
        'that a version of an instrument may be asked: proposed by one person, confirmed by another',
      round_instrument: 'which version of an instrument a round asks, once somebody has answered in it',
      sense_check: 'what was asked about the answers when a signature was asked for',
      sense_check_note: 'what an organisation says to such a question; the newest stands',
      assessment_score: 'a score with its method, and how many answers are in it',
    },
  },
  {
    title: 'Evidence',
    about: 'What answers rest on, for the organisation alone. Nothing is overwritten but the bytes that are removed.',
    tables: {
      evidence: 'a file or link of an organisation, whatever rounds it is used in',
      evidence_version: 'it with its name, days and content, as it was after one change',
      evidence_file: 'a file by its digest, once for an organisation',
      evidence_piece: 'a piece of its bytes; gone once it is removed',
      evidence_scan: 'that a file was looked at for harmful programs, or could not be',
      evidence_removal: 'that it was removed, by whom and why',
      evidence_use: 'that an answer rests on it, and where in it to look',
      evidence_use_history: 'the same as it was said once',
      signed_evidence: 'what an answer rested on when it was signed, in which version',
      noted_answer: 'an answer that was called evidenced by its note, signed before evidence could be kept',
    },
  },
  {
    title: 'Threads',
    about:
      'What people of one organisation tell each other about an answer, for themselves alone. Nothing is overwritten or deleted.',
    tables: {
      thread: 'whose it is, and what it is about, as a programme pack names it',
      thread_step: 'a note in it, or that it was resolved or opened again; the latest stands',
      thread_mention: 'whom a step is addressed to',
    },
  },
  {
    title: 'Polls',
    about: 'What colleagues would answer to questions, each once and without a name. No vote is a row.',
    tables: {
      poll: 'that an organisation asks colleagues about a section, until a day',
      poll_question: 'a question that is asked',
      poll_step: 'that it was opened, reminded of, closed or withdrawn; the latest stands',
      poll_invitation: 'a link for one vote, and whether it was used; to whom it was sent until the poll ends',
      poll_tally: 'how often one choice was made',
      poll_comment: 'what was written with a vote, by a random number',
      poll_dissent: 'who does not agree with the answer that was agreed after it, and why, save by save',
    },
  },
  {
    title: 'Official results',
    about: 'What others publish of organisations, as they published it.',
    tables: {
      result_release: 'one version of published results, with what was measured',
      result_withdrawal: 'that a publisher took a version of published results back',
      official_result: 'the scores of one organisation in one care setting for one year',
    },
  },
  {
    title: 'Indicators',
    about: 'Figures that official bodies publish about organisations, as they published them.',
    tables: {
      indicator_release: 'one version of the figures of an indicator',
      indicator_figure: 'what was published about one organisation in one period',
    },
  },
  {
    title: 'Roadmap',
    about: 'What the organisations of a footprint plan, and who agreed to exactly which text.',
    tables: {
      roadmap: 'the plan of one footprint in one round',
      roadmap_version: 'a numbered state of it, with its frozen document',
      roadmap_history: 'one save of one text, table or row of a draft; the newest of each is what the draft says',
      roadmap_citation: 'a version that was before a succession, cited by the one after it',
      document_member: 'an organisation that a frozen document names by its code',
      withdrawn_document: 'a frozen document that was returned to draft, and why',
      endorsement: 'an organisation’s decision about one exact digest',
    },
  },
  {
    title: 'Review and publication',
    about: 'Whether a plan meets the criteria, and what is public since when.',
    tables: {
      review: 'the regional team’s reading of a version, and the letter it ends in',
      review_rating: 'what a review finds on one criterion',
      clearance_withdrawal: 'a clearance that was taken back, and why',
      publication: 'the public edition of a version under a release number',
      published_section: 'a section of a public edition, for the search',
    },
  },
  {
    title: 'Succession',
    about: 'What a merger, split or closure is going to do, before and after two people have confirmed it.',
    tables: { succession_proposal: 'an event with its plan, proposed by one person and settled by another' },
  },
  {
    title: 'Everything else',
    about: 'Small rooms with a table or two.',
    tables: {
      exemplar: 'an organisation that others can learn a capability from',
      contact_message: 'a message to the people who run the service',
      event_to_tell: 'an event of the audit trail of which nobody has been told yet',
      letter_choice: 'when somebody wants e-mails about their work',
      notice: 'what one person is told of it, in an e-mail now or later',
      letter: 'an e-mail of the service to a person, and whether it was sent',
      audit_event: 'what was done, chained by hashes',
      audit_chain: 'where the chain of one subject ends',
      backup_attempt: 'a backup that was made and read back, or went wrong',
      backup_trial: 'a backup that was tried by restoring it, and what came of it',
      database_mode: 'whether the database is a demonstration or real; one row',
      database_programme: 'which programme the database is of; one row',
      demonstration_clock: 'where the clock of a demonstration of the past began; one row',
    },
  },
];
