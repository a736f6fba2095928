/** A whole small system of real processes whose every row sings, and everything that can be heard of it. */
import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor, Purpose } from '@sammen/consent';
import { createDevelopmentIssuer } from '@sammen/identity';
import { DEFAULT_SEED, type Person, personOf } from '@sammen/population';
import pg from 'pg';
import { type OwnSystem, startOwnSystem } from '../../support/ownSystem.js';
import { makeTestFolder, removeTestFolder, root } from '../../support/testFolders.js';
import type { Marks } from './marks.js';
import { type Databases, plantCanaries } from './plantCanaries.js';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly requestId: string;
  readonly text: string;
  readonly body: { data?: any; errors?: any[]; extensions?: any };
}

/** A request that a subgraph received. */
export interface Received {
  readonly program: string;
  readonly url: string;
  readonly requestId?: string;
  /** Address, headers and body in one. */
  readonly text: string;
}

/** The system under test. */
export interface CanarySystem {
  readonly own: OwnSystem;
  readonly databases: Databases;
  readonly people: readonly Person[];
  readonly marks: Marks;
  ask(actor: Actor, purpose: Purpose, document: string, variables: object): Promise<Answer>;
  /** What services received since the last call. */
  received(): Promise<readonly Received[]>;
  /** Ends all processes and starts others on the same data; connections to databases are others, too. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Everything that a whole system runs. */
export const ALL_SERVICES = ['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination', 'gateway'];

/** Starts a system of its own with that many citizens and plants the canaries; about fifteen seconds. */
export async function startCanarySystem(citizens: number): Promise<CanarySystem> {
  const folder = await makeTestFolder();
  const records = join(folder, 'received');
  await mkdir(records);
  const preload = join(folder, 'record.cjs');
  const recorder = join(root, 'test/canary/support/recordRequests.cjs');
  await writeFile(preload, `require(${JSON.stringify(recorder)})(${JSON.stringify(records)});\n`);
  const own = await startOwnSystem(ALL_SERVICES, citizens, { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` });
  const databases: Record<string, pg.Pool> = {};
  const connect = (): void => {
    for (const [name, { admin }] of Object.entries(own.running.databases))
      databases[name] = new pg.Pool({ connectionString: admin, max: 3 });
  };
  const disconnect = async (): Promise<void> => {
    for (const pool of Object.values(databases)) await pool.end();
  };
  connect();
  const people = Array.from({ length: citizens }, (_, index) => personOf(DEFAULT_SEED, index));
  const stop = async (): Promise<void> => {
    await disconnect();
    await own.stop();
    await removeTestFolder(folder);
  };
  const ids = people.map(({ id }) => id);
  const marks = await plantCanaries(databases, ids).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const issuer = createDevelopmentIssuer({
    directory: own.running.keys,
    issuer: 'sammen-development',
    audience: 'sammen',
    production: false,
  });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (actor: Actor): Promise<string> => {
    const key = JSON.stringify(actor);
    if (!tokens.has(key)) tokens.set(key, issuer.issue(actor));
    return tokens.get(key)!;
  };
  const positions = new Map<string, number>();
  return {
    own,
    databases,
    people,
    marks,
    async ask(actor, purpose, document, variables) {
      const response = await fetch(`${own.running.urls['gateway']}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(actor)}`,
          'x-sammen-purpose': purpose,
        },
        body: JSON.stringify({ query: document, variables }),
      });
      const text = await response.text();
      const requestId = response.headers.get('x-request-id') ?? '';
      return { status: response.status, requestId, text, body: JSON.parse(text) };
    },
    async received() {
      const found: Received[] = [];
      for (const name of await readdir(records)) {
        const lines = await tail(join(records, name), positions);
        for (const line of lines) {
          const { program, url, requestId, headers, body } = JSON.parse(line);
          found.push({ program, url, requestId, text: `${url} ${JSON.stringify(headers)} ${body}` });
        }
      }
      return found.filter(({ program }) => !program.includes('gateway'));
    },
    async restart() {
      await disconnect();
      await own.restart();
      connect();
    },
    stop,
  };
}

/** Whole lines that were added to a file since it was last looked at. */
async function tail(file: string, positions: Map<string, number>): Promise<string[]> {
  const from = positions.get(file) ?? 0;
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size === from) return [];
    const { buffer } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
    const end = buffer.lastIndexOf(10) + 1;
    positions.set(file, from + end);
    return buffer
      .subarray(0, end)
      .toString()
      .split('\n')
      .filter((line) => line !== '');
  } finally {
    await handle.close();
  }
}
