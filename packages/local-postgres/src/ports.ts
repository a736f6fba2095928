/** Asks the system itself whether a port can be listened on. */
import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';

/** Why a port cannot be had. */
export type PortProblem = 'TAKEN' | 'FORBIDDEN';

function tryToListen(port: number, host: string): Promise<number | PortProblem> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code === 'EACCES' ? 'FORBIDDEN' : 'TAKEN'));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = server.address() as AddressInfo;
      server.close(() => done(got));
    });
  });
}

/** Why nothing of ours can listen on that port of this machine; `undefined` when it can. */
export async function portProblem(port: number, host = '127.0.0.1'): Promise<PortProblem | undefined> {
  const answer = await tryToListen(port, host);
  return typeof answer === 'number' ? undefined : answer;
}

/** Below those that systems give to outgoing connections: one of these could take a port before it is listened on. */
const [FIRST, END] = [10_000, 32_000];
const TRIES = 100;

/** A port that was free a moment ago. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let made = 0; made < TRIES; made += 1) {
    const port = randomInt(FIRST, END);
    if ((await tryToListen(port, host)) === port) return port;
  }
  throw new Error(`No free port on ${host}.`);
}
