/** Asks the system itself whether a port can be listened on. */
import { createServer, type AddressInfo } from 'node:net';

function tryToListen(port: number, host: string): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = server.address() as AddressInfo;
      server.close(() => done(got));
    });
  });
}

/** Whether nobody listens on that port of this machine, and we may. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await tryToListen(port, host)) !== undefined;
}

/** A port that was free a moment ago. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const port = await tryToListen(0, host);
  if (port === undefined) throw new Error(`No free port on ${host}.`);
  return port;
}
