import http from 'node:http';
import type net from 'node:net';

/** A proxy as stands before the service: it keeps a pool of connections to it alive, whoever asks. */
export async function startProxy(targetOf: () => string): Promise<{ address: string; close: () => void }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const proxy = http.createServer((asked, answer) => {
    const options = { method: asked.method, headers: asked.headers, agent };
    const passedOn = http.request(`${targetOf()}${asked.url}`, options, (response) => {
      answer.writeHead(response.statusCode ?? 502, { ...response.headers, connection: 'keep-alive' });
      response.pipe(answer);
    });
    passedOn.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    asked.pipe(passedOn);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(proxy.address() as net.AddressInfo).port}`,
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
      agent.destroy();
    },
  };
}
