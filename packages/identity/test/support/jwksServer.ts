import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A key server whose answer the test sets, and which counts how often it is asked. */
export async function startJwksServer() {
  const state = { body: '{"keys":[]}', status: 200, requests: 0 };
  const server = createServer((_request, response) => {
    state.requests += 1;
    response.writeHead(state.status, { 'content-type': 'application/json' }).end(state.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { state, url, stop };
}
