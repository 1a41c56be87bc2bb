import net from 'node:net';

/**
 * A connection that asks for one address again as soon as it is answered. It reads the status and the length of an answer and
 * nothing else: client and server share the machine, and a client that reads every header would charge an answer for having them.
 */
export class PlainClient {
  readonly #socket: net.Socket;
  readonly #request: string;
  #waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  #came = 0;
  /** Of head and body; unknown until the head has come. */
  #length = Number.NaN;
  #head = '';

  private constructor(socket: net.Socket, request: string) {
    this.#socket = socket;
    this.#request = request;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('The connection was closed before the answer had come')));
  }

  static async to(url: string, headers: Readonly<Record<string, string>>): Promise<PlainClient> {
    const { hostname, port, host, pathname, search } = new URL(url);
    const socket = net.connect(Number(port), hostname).setNoDelay(true);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    return new PlainClient(socket, `GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`);
  }

  /** Asks once; an answer with another status than 200, or without a length, is an error. */
  ask(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(this.#request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#came += chunk.length;
    if (Number.isNaN(this.#length)) {
      this.#head += chunk.toString('latin1');
      const end = this.#head.indexOf('\r\n\r\n');
      if (end < 0) {
        return;
      }
      const length = /^content-length: (\d+)/im.exec(this.#head.slice(0, end))?.[1];
      if (!this.#head.startsWith('HTTP/1.1 200 ') || length === undefined) {
        this.#waiting?.reject(new Error(`It answered ${this.#head.slice(0, end)}`));
        return;
      }
      this.#length = end + 4 + Number(length);
    }
    if (this.#came >= this.#length) {
      this.#came = 0;
      this.#length = Number.NaN;
      this.#head = '';
      this.#waiting?.resolve();
    }
  }
}
