import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';

/** Counted in Unicode characters, a line break being one. */
export const settingsReasonLimit = 1000;

export interface SettingsForm {
  readonly settings: readonly string[];
  readonly reason: string;
}

/** Reads which of the care settings on offer an organisation answers for, and why. */
export function parseSettingsForm(form: PostedForm, offered: readonly string[]): FormOutcome<SettingsForm> {
  const reader = readForm(form);
  const settings = reader.choices('settings', offered, 'Choose from the care settings listed');
  if (settings.length === 0) {
    reader.fail('settings', 'Choose at least one care setting');
  }
  const required = 'Say why the care settings are changed';
  return reader.outcome({
    settings,
    reason: reader.text('reason', { label: 'The reason', limit: settingsReasonLimit, required }),
  });
}
