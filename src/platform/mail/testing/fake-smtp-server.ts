import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they came over the wire, without the closing dot. */
  readonly data: string;
}

export interface FakeSmtpServer {
  readonly url: string;
  readonly letters: readonly ReceivedLetter[];
  readonly close: () => Promise<void>;
}

/** Decides what to say to a command instead of the usual yes; undefined for the usual. */
export type Refusal = (command: string) => string | undefined;

/** Speaks just enough SMTP (RFC 5321) on a free local port to receive letters, or to refuse them as told. */
export async function startFakeSmtpServer(refuse: Refusal = () => undefined): Promise<FakeSmtpServer> {
  const letters: ReceivedLetter[] = [];
  const server = net.createServer((socket) => {
    converse(socket, refuse, (letter) => letters.push(letter));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, refuse: Refusal, receive: (letter: ReceivedLetter) => void): void {
  let from = '';
  let to: string[] = [];
  let data: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);

  const hearData = (line: string, lines: string[]) => {
    if (line !== '.') {
      lines.push(line.replace(/^\./, ''));
      return;
    }
    receive({ from, to, data: lines.join('\r\n') });
    data = null;
    say('250 kept');
  };

  const obey = new Map<string, (line: string) => void>([
    [
      'MAIL',
      (line) => {
        [from, to] = [addressIn(line), []];
        say('250 yes');
      },
    ],
    [
      'RCPT',
      (line) => {
        to = [...to, addressIn(line)];
        say('250 yes');
      },
    ],
    [
      'DATA',
      () => {
        data = [];
        say('354 go on');
      },
    ],
    [
      'QUIT',
      () => {
        say('221 bye');
        socket.end();
      },
    ],
  ]);

  const hearCommand = (line: string) => {
    const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    const refusal = refuse(verb);
    if (refusal !== undefined) {
      say(refusal);
    } else {
      (obey.get(verb) ?? (() => say('250 yes')))(line);
    }
  };

  eachLine(socket, (line) => (data === null ? hearCommand(line) : hearData(line, data)));
  socket.on('error', () => undefined);
  say('220 fake ESMTP');
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

function eachLine(socket: Socket, hear: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    lines.forEach(hear);
  });
}
