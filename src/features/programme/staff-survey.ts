/** The handful of questions of an instrument that anybody on the staff of an organisation can be asked, beside whoever answers for it. */
export interface StaffSurvey {
  readonly id: string;
  /** Id of the instrument; each has one survey at most. */
  readonly instrument: string;
  readonly questions: readonly string[];
}
