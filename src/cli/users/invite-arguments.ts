import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Role, roleLabels, scopeOfRole } from '../../features/identity/index.ts';
import { hasHidden, looksEmpty } from '../../platform/forms/hidden-characters.ts';
import { UsageError } from '../command.ts';

export const roles = Object.keys(roleLabels).filter((role): role is Role => role in roleLabels);

export interface InviteArguments {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: Role;
  /** Empty for the nation. */
  readonly scope: string;
  readonly isDryRun: boolean;
}

function oneLine(option: string, text: z.ZodString): z.ZodString {
  return text.refine((typed) => !hasHidden(typed), `${option} must not have characters that cannot be seen`);
}

const schema = z.object({
  email: z.email('--email must be an address such as a.sample@example.nhs.uk'),
  name: oneLine('--name', z.string('--name must say who it is').trim()).refine(
    (name) => !looksEmpty(name),
    '--name must say who it is',
  ),
  'job-title': oneLine('--job-title', z.string().trim()).default(''),
  role: z.enum(roles, `--role must be one of: ${roles.join(', ')}`),
  scope: z.string().trim().default(''),
  'dry-run': z.boolean().default(false),
});

/** Reads the options of an invitation; throws `UsageError` with everything that is wrong with them. */
export function readInviteArguments(args: readonly string[]): InviteArguments {
  const text = { type: 'string' } as const;
  const options = {
    email: text,
    name: text,
    'job-title': text,
    role: text,
    scope: text,
    'dry-run': { type: 'boolean' },
  } as const;
  const parsed = schema.safeParse(parseArgs({ args: [...args], options }).values);
  if (!parsed.success) {
    throw new UsageError(parsed.error.issues.map(({ message }) => message).join('\n'));
  }
  const { email, name, role, scope, 'job-title': jobTitle, 'dry-run': isDryRun } = parsed.data;
  const needsScope = scopeOfRole[role] !== 'nation';
  if (needsScope !== (scope !== '')) {
    throw new UsageError(
      needsScope
        ? `--scope must name the ${scopeOfRole[role]} of this role`
        : `--scope does not go with the role ${role}`,
    );
  }
  return { email: email.toLowerCase(), name, jobTitle, role, scope, isDryRun };
}
