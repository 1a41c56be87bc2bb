import type { CalledStatus } from '../directory.ts';

/** That a source calls an open organisation something other than active; empty where it does not. */
export function statusWords({ status }: CalledStatus): string {
  return status === '' || status === 'active' ? '' : `Called ${status}`;
}

/** The same beneath a name in a table. */
export function StatusNote({ organisation }: { readonly organisation: CalledStatus }) {
  const words = statusWords(organisation);
  return words === '' ? null : <span className="ldr-line-note">{words}</span>;
}
