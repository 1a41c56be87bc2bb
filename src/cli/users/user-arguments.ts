import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UsageError } from '../command.ts';

const emailShape = z.email('--email must be an address such as a.sample@example.nhs.uk');

/** Reads the options of a command about one account: its address, and whether only to say what would be done. */
export function readUserArguments(args: readonly string[]): { readonly email: string; readonly isDryRun: boolean } {
  const options = { email: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  const { email, 'dry-run': isDryRun = false } = parseArgs({ args: [...args], options }).values;
  const parsed = emailShape.safeParse(email);
  if (!parsed.success) {
    throw new UsageError(parsed.error.issues.map(({ message }) => message).join('\n'));
  }
  return { email: parsed.data.toLowerCase(), isDryRun };
}
