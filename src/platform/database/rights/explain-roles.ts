import type { RightsFault, RoleFacts } from './service-rights.ts';

/** Shown of a longer list. */
const NAMED = 3;

/** What is said when the two addresses name two databases. */
export const otherDatabase =
  'DATABASE_URL and DATABASE_OWNER_URL name two different databases. Nothing was changed.\n' +
  'Set both to the same host, port and database; only user and password differ.';

/** Why the service does not start under a role that could undo what protects its records, and how to give it another. */
export function isTooPowerful({ role, database, isSuperuser, mayCreate, owned }: RoleFacts): string {
  const reasons = [
    ...(isSuperuser ? ['is a superuser, or may act as one'] : []),
    ...(owned === null ? [] : [`owns the tables of the service (${owned})`]),
    ...(mayCreate ? ['may make tables in the database'] : []),
  ];
  return [
    `The role of DATABASE_URL, ${role}, ${reasons.join(', and ')}. It could switch off what protects the audit trail.`,
    'Nothing was changed. Give the service a role of its own, which owns nothing. As an administrator of the database:',
    '',
    "    create role ldr_service login password '<a new password>';",
    `    grant connect on database "${database}" to ldr_service;`,
    '    revoke create on schema public from public;',
    '',
    'Then set DATABASE_OWNER_URL to what DATABASE_URL is now, and DATABASE_URL to the same with ldr_service and its password.',
    'The service gives the role its rights when it starts. See docs/configuration.md.',
  ].join('\n');
}

/** What is said when the owner is needed, and nobody told who that is. */
export function lacksOwner({ role }: RoleFacts, pending: readonly string[], missing: readonly RightsFault[]): string {
  const reason =
    pending.length > 0
      ? `The tables are not up to date: ${listed(pending)} to be applied`
      : `The role of DATABASE_URL, ${role}, lacks rights: ${listed(missing.map(inWords))}`;
  return (
    `${reason}.\nThat takes the role that owns the tables. Set DATABASE_OWNER_URL to the address of the same database with that ` +
    'role and its password, and start the service once more. It can be taken away again afterwards.'
  );
}

/** Rights that somebody gave by hand, to the role, to a role it is a member of or to everybody. */
export function mayTooMuch({ role }: RoleFacts, excess: readonly RightsFault[]): string {
  const tables = [...new Set(excess.map(({ name }) => name))].join(', ');
  return [
    `The role of DATABASE_URL, ${role}, may do more than the service needs: ${listed(excess.map(inWords))}.`,
    'It has these rights through another role or through everybody. As the owner of the tables:',
    '',
    `    revoke all on ${tables} from public;`,
    '',
    `and take the role out of every other role: \\drg ${role} in psql lists them.`,
  ].join('\n');
}

function inWords({ name, right }: RightsFault): string {
  return `${right} on ${name}`;
}

function listed(items: readonly string[]): string {
  const more = items.length - NAMED;
  return items.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
