import type { DB } from './tables.ts';

/** The channel on which the database tells that something public has changed. */
export const publicChangeChannel = 'public_change';

/**
 * Whether anything in a table shows on a page or in an answer of the API that is the same for everybody. `public`: every change is
 * told of, by triggers that call `note_public_change`. Any other text says why a change is not.
 *
 * In doubt a table is public: a change that is told of for nothing costs one more drawing of a page, one that is kept back leaves a
 * page wrong. Where only some of a table's rows or columns are public, its triggers say which.
 */
export const publicTables: Readonly<Record<keyof DB, 'public' | `not public: ${string}`>> = {
  answer: 'not public: answers are for those who work on an assessment; its scores are kept in assessment_score',
  answer_history: 'not public: as answer',
  area: 'public',
  area_hexagon: 'public',
  area_link: 'public',
  area_record: 'public',
  assessment: 'public',
  assessment_score: 'public',
  audit_chain: 'not public: the audit trail is for administrators',
  audit_event: 'not public: the audit trail is for administrators',
  boundary: 'public',
  boundary_set: 'public',
  clearance_withdrawal: 'public',
  contact_message: 'not public: messages are for the people who run the service',
  credential: 'not public: of one person',
  database_mode: 'not public: said once, before anything is served',
  directory_change: 'not public: counts changes of tables that are public themselves',
  directory_import: 'not public: what an import changes is in the tables of the directory',
  document_member: 'public',
  endorsement: 'public',
  exemplar: 'public',
  footprint_form: 'public',
  footprint_form_document: 'not public: until its form is accepted, which footprint_form tells',
  footprint_form_endorsement: 'not public: as footprint_form_document',
  footprint_form_history: 'not public: for those who work on a form',
  footprint_form_step: 'not public: as footprint_form_history',
  formation: 'public',
  import_upload: 'not public: what an import changes is in the tables of the directory',
  letter: 'not public: of one person',
  membership: 'public',
  organisation: 'public',
  organisation_area: 'public',
  organisation_measure: 'public',
  organisation_place: 'not public: a view of tables that are',
  organisation_record: 'public',
  organisation_relation: 'public',
  person: 'public',
  publication: 'public',
  reference_load: 'not public: which facts are loaded; the facts are in tables of their own',
  review: 'public',
  review_rating: 'not public: the notes of a review',
  roadmap: 'public',
  roadmap_citation: 'not public: of a draft; what is published is in the document of its version',
  roadmap_history: 'not public: of a draft',
  roadmap_version: 'public',
  role_grant: 'not public: of one person',
  role_grant_in_force: 'not public: a view of role_grant',
  search_entry: 'public',
  search_word: 'public',
  security_event: 'not public: for administrators',
  session: 'not public: of one person',
  sign_in_failure: 'not public: of one account',
  source: 'public',
  succession_event: 'public',
  succession_in_force: 'not public: a view of tables that are',
  succession_link: 'public',
  succession_proposal: 'not public: what is confirmed is in succession_event and the tables of the directory',
  two_factor: 'not public: of one person',
  verification: 'not public: of one person',
  withdrawn_document: 'public',
};
