/** The decision point in miniature: keys over HTTP, and grants that permit what a test wants them to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_CATEGORIES, encodeCategories, type DataCategory } from '@sammen/consent';
import {
  createGrantSigner,
  generateKeyFile,
  publicJwks,
  type CategoriesByCitizen,
  type GrantStatement,
} from '@sammen/identity';
import type { Received } from './subgraph.js';
import { SELF } from './people.js';

export interface DecisionPoint {
  /** Base address. */
  readonly url: string;
  /** A grant for the request at hand that permits these categories of these citizens; `more` is stated instead. */
  grant(
    received: Received,
    permitted: Readonly<Record<string, Iterable<DataCategory>>>,
    more?: Partial<GrantStatement>,
  ): string;
  /** A grant that permits everything of everybody in the miniature graph. */
  grantAll(received: Received): string;
  /** Whom it was asked about over HTTP, question by question. */
  readonly asked: readonly (readonly string[])[];
  /** What it permits of whom when it is asked over HTTP; null: it refuses to answer. */
  permit(permits: ((citizenId: string) => Iterable<DataCategory>) | null): void;
  /** Stops serving keys until {@link DecisionPoint.serve}. */
  hide(): void;
  serve(): void;
  stop(): Promise<void>;
}

const EVERYBODY = [SELF, ...Array.from({ length: 60 }, (_, index) => `c${index}`)];
const ALL = Object.fromEntries(EVERYBODY.map((id) => [id, ALL_CATEGORIES]));

/** Starts one with a key of its own. */
export async function startDecisionPoint(): Promise<DecisionPoint> {
  const directory = mkdtempSync(join(tmpdir(), 'sammen-decision-'));
  const keyFile = join(directory, 'grant.jwk.json');
  generateKeyFile(keyFile);
  const signer = createGrantSigner({ keyFile });
  let hidden = false;
  const asked: string[][] = [];
  let permits: ((citizenId: string) => Iterable<DataCategory>) | null = null;

  async function decide(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { purpose, subjects } = JSON.parse(text) as { purpose: string; subjects: { citizenId: string }[] };
    const citizens = subjects.map(({ citizenId }) => citizenId);
    asked.push(citizens);
    if (!permits) return void response.writeHead(500).end();
    const headers = { ...request.headers, 'x-sammen-purpose': purpose };
    const permitted = Object.fromEntries(citizens.map((id) => [id, permits!(id)]));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ grant: grant({ headers } as unknown as Received, permitted) }));
  }

  const server = createServer((request, response) => {
    if (request.url === '/grants') return void decide(request, response);
    const found = request.url === '/.well-known/grant-keys' && !hidden;
    response.writeHead(found ? 200 : 503, { 'content-type': 'application/json' });
    response.end(found ? JSON.stringify(publicJwks([keyFile])) : '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  function grant(
    { headers }: Received,
    permitted: Readonly<Record<string, Iterable<DataCategory>>>,
    more: Partial<GrantStatement> = {},
  ): string {
    const [, payload = ''] = headers.authorization!.split('.');
    const { sub, sammen } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as any;
    const all = encodeCategories(ALL_CATEGORIES);
    const c = Object.fromEntries(
      Object.entries(permitted).map(([id, categories]) => [id, [all, encodeCategories(categories)]]),
    ) as unknown as CategoriesByCitizen;
    return signer.sign({
      sub,
      org: sammen.organisationId ?? null,
      role: sammen.role,
      purpose: headers['x-sammen-purpose'] as never,
      rid: headers['x-request-id'] as string,
      asOf: Date.now(),
      seq: 1,
      c,
      w: {},
      ...more,
    });
  }
  return {
    url: `http://127.0.0.1:${port}`,
    grant,
    grantAll: (received) => grant(received, ALL),
    asked,
    permit(how) {
      permits = how;
      asked.length = 0;
    },
    hide: () => void (hidden = true),
    serve: () => void (hidden = false),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
