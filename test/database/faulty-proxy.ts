import net from 'node:net';

/** Stands between a client and a server of a test, and does to their connections what networks and machines do. */
export interface FaultyProxy {
  /** The address of the server, through the proxy. */
  readonly url: string;
  /** From now on nothing gets through in either direction, and nobody is told: the server seems to hang. */
  readonly stall: () => void;
  readonly resume: () => void;
  /** Ends every connection at once. */
  readonly cut: () => void;
  /** Ends every connection and takes no new one for as long as the work takes: the server is gone. */
  readonly whileGone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Lets what the client says last through to the server and loses the answer: cuts the connection instead of passing it on. */
  readonly loseAnswerTo: (words: string) => void;
  /** The next connection is ended by the server in the same breath as it is told to be ready. */
  readonly endOnceReady: () => void;
  readonly close: () => Promise<void>;
}

/** Messages of PostgreSQL's protocol: a letter, the length of the rest, the rest. */
const readyForQuery = Buffer.from('Z\0\0\0\u0005I');
const terminated = message('E', 'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');

function message(letter: string, rest: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(rest.length + 4);
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(rest)]);
}

export async function faultyProxy(to: string): Promise<FaultyProxy> {
  const target = new URL(to);
  const sockets = new Set<net.Socket>();
  let lost: string | null = null;
  let isStalled = false;
  let isGone = false;
  let isEndedOnceReady = false;

  const proxy = net.createServer((client) => {
    if (isGone) {
      client.destroy();
      return;
    }
    const server = net.connect(Number(target.port), target.hostname);
    let isAnswerLost = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
      if (isStalled) {
        socket.pause();
      }
    }
    client.on('data', (said) => {
      isAnswerLost = lost !== null && said.includes(lost);
      server.write(said);
    });
    server.on('data', (answer) => {
      if (isAnswerLost) {
        lost = null;
        client.destroy();
      } else if (isEndedOnceReady && answer.includes(readyForQuery)) {
        isEndedOnceReady = false;
        client.end(Buffer.concat([answer, terminated]));
      } else {
        client.write(answer);
      }
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  url.port = String((proxy.address() as net.AddressInfo).port);

  const each = (act: (socket: net.Socket) => void) => {
    for (const socket of sockets) {
      act(socket);
    }
  };
  return {
    url: url.href,
    stall: () => {
      isStalled = true;
      each((socket) => socket.pause());
    },
    resume: () => {
      isStalled = false;
      each((socket) => socket.resume());
    },
    cut: () => each((socket) => socket.destroy()),
    whileGone: async (work) => {
      isGone = true;
      each((socket) => socket.destroy());
      return work().finally(() => {
        isGone = false;
      });
    },
    loseAnswerTo: (words) => {
      lost = words;
    },
    endOnceReady: () => {
      isEndedOnceReady = true;
    },
    close: () => {
      each((socket) => socket.destroy());
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}
