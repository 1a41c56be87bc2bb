/** What an administrator may want to know when something seems wrong. */
export type SecurityEventKind =
  | 'signed-in'
  | 'signed-out'
  | 'sign-in-failed'
  | 'limit-reached'
  | 'refused'
  | 'account-changed';

export const securityEventKinds: readonly SecurityEventKind[] = [
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'limit-reached',
  'refused',
  'account-changed',
];

export interface SecurityEvent {
  readonly at: Date;
  readonly kind: SecurityEventKind;
  readonly personId: string | null;
  /** The e-mail address that was tried; empty where none was. */
  readonly account: string;
  readonly networkAddress: string;
  /** Method and route, such as `POST /sign-in`; never what was sent. */
  readonly place: string;
}

/** One that was recorded, with the name of the person. */
export interface RecordedEvent extends SecurityEvent {
  readonly eventId: string;
  readonly personName: string | null;
}

export function isSecurityEventKind(text: string): text is SecurityEventKind {
  return securityEventKinds.some((kind) => kind === text);
}
