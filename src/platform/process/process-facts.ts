import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a running process from a later one that was given the same number: when it began, and in which run of the machine.
 * Null when there is no such process, or it has ended and only waits to be collected.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform !== 'linux') {
    return textOf('ps', ['-o', 'lstart=', '-p', String(pid)]) || null;
  }
  // Fields after the command's name, which may itself hold blanks and brackets: state first, start time (proc(5), field 22) as the 20th.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  const [state, startedAt] = [fields[0], fields[19]];
  return startedAt === undefined || state === 'Z' ? null : `${read('/proc/sys/kernel/random/boot_id')} ${startedAt}`;
}

/** The command line of a process; empty when there is none. */
export function commandOf(pid: number): string {
  return process.platform === 'linux'
    ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
    : textOf('ps', ['-o', 'args=', '-p', String(pid)]);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function textOf(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
