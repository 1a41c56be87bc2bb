import { createServer, type Socket } from 'node:net';

/** What a file must hold for this scanner to find something in it. */
export const harmful = 'X5O!P%@AP-EICAR';

export interface FakeClamd {
  readonly port: number;
  /** How many bytes it was given, scan by scan. */
  readonly given: number[];
  readonly close: () => Promise<void>;
}

/**
 * Speaks as clamd does, and finds what holds `harmful`. `mostBytes`: as clamd does, it takes no longer file. `isSilent`: it takes everything
 * and never answers.
 */
export async function startFakeClamd({
  mostBytes = 100_000_000,
  isSilent = false,
}: {
  readonly mostBytes?: number;
  readonly isSilent?: boolean;
} = {}): Promise<FakeClamd> {
  const given: number[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    answer(socket, mostBytes, isSilent, given);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    given,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) {
          socket.destroy();
        }
        server.close(() => resolve());
      }),
  };
}

const command = 'zINSTREAM\0';

function answer(socket: Socket, mostBytes: number, isSilent: boolean, given: number[]): void {
  let waiting = Buffer.alloc(0);
  let content = Buffer.alloc(0);
  let isBegun = false;
  const say = (text: string) => void (isSilent || socket.end(`${text}\0`));
  /** Takes the next piece; false where more must come first, or the end is reached. */
  const takePiece = (): boolean => {
    const length = waiting.length < 4 ? null : waiting.readUInt32BE(0);
    if (length === null || waiting.length < 4 + length) {
      return false;
    }
    if (length === 0) {
      given.push(content.length);
      say(content.includes(harmful) ? 'stream: Eicar-Signature FOUND' : 'stream: OK');
      return false;
    }
    content = Buffer.concat([content, waiting.subarray(4, 4 + length)]);
    waiting = waiting.subarray(4 + length);
    if (content.length > mostBytes) {
      say('INSTREAM size limit exceeded. ERROR');
      return false;
    }
    return true;
  };
  socket.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    if (!isBegun && waiting.length >= command.length) {
      isBegun = true;
      if (waiting.subarray(0, command.length).toString() !== command) {
        say('UNKNOWN COMMAND');
      }
      waiting = waiting.subarray(command.length);
    }
    while (isBegun && takePiece()) {}
  });
}
