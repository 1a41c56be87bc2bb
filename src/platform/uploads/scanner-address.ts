/** Who looks at files for harmful programs. */
export type ScannerAddress =
  /** A `clamd`, or whatever speaks as it does. */
  | {
      readonly kind: 'clamd';
      readonly to: { readonly host: string; readonly port: number } | { readonly path: string };
    }
  /** A program that reads the file from its standard input, and ends with 0 where it found nothing, with 1 where it did. */
  | { readonly kind: 'command'; readonly command: string; readonly words: readonly string[] };

const CLAMD_PORT = 3310;

/**
 * Reads `clamd://host:3310`, `clamd:///run/clamd.sock` or `command:/usr/bin/clamdscan --no-summary -`; null where it is none of them.
 * The words of a command are parted by spaces, and given to it as they are: no shell reads them.
 */
export function parseScannerAddress(text: string): ScannerAddress | null {
  const [, command] = /^command:(\/.+)$/.exec(text) ?? [];
  if (command !== undefined) {
    const [program = '', ...words] = command.trim().split(/ +/);
    return { kind: 'command', command: program, words };
  }
  const [, socket] = /^clamd:\/\/(\/.+)$/.exec(text) ?? [];
  if (socket !== undefined) {
    return { kind: 'clamd', to: { path: socket } };
  }
  const [, host, port] = /^clamd:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  return host === undefined
    ? null
    : {
        kind: 'clamd',
        to: { host: host.replaceAll(/[[\]]/g, ''), port: port === undefined ? CLAMD_PORT : Number(port) },
      };
}
