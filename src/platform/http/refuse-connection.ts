import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Refusal {
  readonly status: string;
  readonly heading: string;
  readonly text: string;
}

const refusals: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    heading: 'That took too long to arrive',
    text: 'Nothing was changed. Your connection may be slow: try again, and send large files from a faster one.',
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    heading: 'That request is too large',
    text: 'Nothing was changed. The address or the cookies are too long: clear the cookies of this site, then try again.',
  },
};

const unreadable: Refusal = {
  status: '400 Bad Request',
  heading: 'We could not read that request',
  text: 'Nothing was changed. Go back and try again.',
};

/**
 * Ends connections that sent no request the service can take up, in words where an answer can still be read. There is no page here:
 * nothing is known of who asks for what, so this is a plain document with the strictest headers.
 */
export function connectionRefusals() {
  const answers = new WeakMap<Socket, ServerResponse>();
  return {
    /** Told of every request, so that no refusal is written into the middle of an answer. */
    note: ({ socket }: IncomingMessage, answer: ServerResponse): void => void answers.set(socket, answer),
    refuse: (error: NodeJS.ErrnoException, socket: Socket): void => {
      const answer = answers.get(socket);
      const isInAnAnswer = answer?.headersSent === true && !answer.writableFinished;
      if (error.code === 'ECONNRESET' || !socket.writable || isInAnAnswer) {
        socket.destroy();
      } else {
        socket.end(answerTo(refusals[error.code ?? ''] ?? unreadable));
      }
    },
  };
}

function answerTo({ status, heading, text }: Refusal): string {
  const page = `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>${heading}</title><h1>${heading}</h1><p>${text}</p></html>\n`;
  return [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(page)}`,
    'Connection: close',
    'Cache-Control: private, no-store',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: SAMEORIGIN',
    'Referrer-Policy: same-origin',
    '',
    page,
  ].join('\r\n');
}
