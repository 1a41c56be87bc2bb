import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import { type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';

/** Counted in Unicode characters, a line break being one. */
export const endReasonLimit = 1000;

/** Which way the answers go, as the organisation sees it that proposes. */
export const directions = ['take', 'give'] as const;

export type Direction = (typeof directions)[number];

export interface SharingForm {
  readonly otherId: string;
  readonly direction: Direction;
  readonly sectionIds: readonly string[];
}

export interface SharingOffered {
  readonly organisationIds: readonly string[];
  readonly directions: readonly Direction[];
  readonly sectionIds: readonly string[];
}

/** Reads with whom an organisation wants to answer together, which way the answers go, and which sections. */
export function parseSharingForm(form: PostedForm, offered: SharingOffered): FormOutcome<SharingForm> {
  const reader = readForm(form);
  const otherId = reader.choice('other', offered.organisationIds, 'Choose from the organisations listed');
  if (textOf(form, 'other') === '') {
    reader.fail('other', 'Choose the other organisation');
  }
  const direction = reader.requiredChoice('direction', offered.directions, 'Choose which way the answers go');
  const sectionIds = reader.choices('sections', offered.sectionIds, 'Choose from the sections listed');
  if (sectionIds.length === 0) {
    reader.fail('sections', 'Choose at least one section');
  }
  return reader.outcome({ otherId: otherId ?? '', direction, sectionIds });
}

/** Reads why a proposal is taken back or declined, or what was agreed is ended. */
export function parseEndForm(form: PostedForm): FormOutcome<{ readonly reason: string }> {
  const reader = readForm(form);
  const required = 'Say why';
  return reader.outcome({ reason: reader.text('reason', { label: 'The reason', limit: endReasonLimit, required }) });
}
