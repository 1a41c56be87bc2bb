import { z } from 'zod';
import { formatDate } from '../../views/format.ts';
import { describeGrant, isRole, scopeOfRole } from '../identity/index.ts';
import { lastDayOf } from './letters.ts';

/** Something that happened to somebody’s access, as the audit trail keeps it. */
export interface PersonEvent {
  readonly sequence: number;
  readonly at: Date;
  readonly action: string;
  /** Null where no account stands behind it, or it is gone. */
  readonly doneBy: string | null;
  readonly onBehalfOf: string;
  readonly detail: unknown;
  /** Name of the place of the role that it is about; empty for the nation, and where it is about no role. */
  readonly placeName: string;
}

export interface HistoryLine {
  readonly at: Date;
  readonly what: string;
  /** Empty where no reason was given. */
  readonly why: string;
  readonly by: string;
}

const detailSchema = z
  .object({
    role: z.string(),
    scopeId: z.string(),
    endsAt: z.coerce.date(),
    reason: z.string(),
    takesFactorOff: z.boolean(),
    handedTo: z.string(),
    handedFrom: z.string(),
  })
  .partial()
  .catch({});

type Detail = z.infer<typeof detailSchema>;

const plainWords: Readonly<Record<string, string>> = {
  'person.open-first-account': 'Opened the first account of the service',
  'person.sign-out': 'Signed out everywhere',
  'person.choose-password': 'Chose a password',
  'person.set-up-code': 'Set up a code from an app',
  'person.take-code-off': 'Took off the code from an app',
  'person.add-passkey': 'Added a passkey',
  'person.remove-passkey': 'Removed a passkey',
};

/** One event as the history of a person says it. */
export function historyLine(event: PersonEvent): HistoryLine {
  const detail = detailSchema.parse(event.detail);
  const { at, doneBy, onBehalfOf } = event;
  return {
    at,
    what: whatHappened(event.action, detail, roleIn(detail, event.placeName)),
    why: detail.reason ?? '',
    by: doneBy === null || doneBy === onBehalfOf ? onBehalfOf : `${doneBy} (${onBehalfOf})`,
  };
}

function whatHappened(action: string, detail: Detail, role: string): string {
  const { endsAt, handedTo, handedFrom, takesFactorOff } = detail;
  const until = endsAt === undefined ? 'without an end' : `until ${formatDate(lastDayOf(endsAt))}`;
  switch (action) {
    case 'person.invite':
      return handedFrom === undefined
        ? `Was given the role ${role}, ${until}`
        : `Took over the role ${role} from ${handedFrom}, ${until}`;
    case 'person.end-role':
      return handedTo === undefined ? `The role ${role} was ended` : `The role ${role} was handed over to ${handedTo}`;
    case 'person.change-end':
      return `The role ${role} is now held ${until}`;
    case 'person.begin-recovery':
      return takesFactorOff === true
        ? 'Was sent a link to choose a password, and lost the second factor'
        : 'Was sent a link to choose a password';
    default:
      return plainWords[action] ?? action;
  }
}

function roleIn({ role = '', scopeId = '' }: Detail, scopeName: string): string {
  return isRole(role) ? describeGrant({ role, scopeKind: scopeOfRole[role], scopeId, scopeName }) : role;
}
