/** One thing a check of a draft, form or plan came upon, as data: the page, the API and the action itself all use the same result. */
export interface Finding {
  /** Stable name of the kind of finding, kebab-case. */
  readonly code: string;
  /** What it concerns: a part, group, capability, deployment, criterion or organisation, by id; null for the whole. */
  readonly subject: string | null;
  /** In words for the person who can mend it. */
  readonly message: string;
}

/** Blockers stop the action that was checked; warnings are shown and kept with it. */
export interface CheckResult {
  readonly blockers: readonly Finding[];
  readonly warnings: readonly Finding[];
}

export function finding(code: string, subject: string | null, message: string): Finding {
  return { code, subject, message };
}
