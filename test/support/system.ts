/** The whole system, for tests that need it: real processes, real databases, 220 synthetic citizens. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RunningSystem } from '@sammen/cli';
import {
  createDevelopmentIssuer,
  createServiceSigner,
  type DevelopmentIssuer,
  SERVICE_CALL_HEADER,
  type ServiceSigner,
} from '@sammen/identity';
import { type Persona, type PersonaName, PERSONAS } from '@sammen/population';

/** What a GraphQL request may carry besides its document. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  /** Signs in as this persona, with its default purpose. */
  readonly persona?: PersonaName;
  /** Another purpose; null sends none. */
  readonly purpose?: string | null;
  readonly headers?: Record<string, string>;
}

/** An answer over HTTP, its body read as JSON. */
export interface GraphqlAnswer<Data = Record<string, any>> {
  readonly status: number;
  readonly body: { data?: Data | null; errors?: any[]; extensions?: Record<string, any> };
  readonly headers: Headers;
}

/** What one request cost in one service. */
export interface RequestCost {
  readonly sqlStatements: number;
  readonly decisionCalls: number;
}

/** The system as tests see it; usable inside tests and hooks, not before. */
export interface TestSystem {
  /** GraphQL endpoints by service: gateway, citizen, psychiatry, … */
  readonly urls: Readonly<Record<string, string>>;
  /** Addresses without a path, by service. */
  readonly baseUrls: Readonly<Record<string, string>>;
  persona(name: PersonaName): Persona;
  /** An access token of the development issuer. */
  token(persona: PersonaName): Promise<string>;
  /** Signs tokens for any actor. */
  issuer(): DevelopmentIssuer;
  /** Signs calls in the name of a service. */
  signer(service: string): ServiceSigner;
  /** The file with the public keys of all services. */
  readonly serviceJwksFile: string;
  /** The file with a service's private key. */
  keyFile(service: string): string;
  /** The headers that make a call to a subgraph one of the gateway's, for exactly this body and these headers. */
  asGateway(service: string, body: string, headers: Readonly<Record<string, string>>): Record<string, string>;
  /** All that a service has logged so far. */
  log(service: string): Promise<string>;
  /** Posts a GraphQL request; never throws for an error status. */
  graphql<Data = Record<string, any>>(url: string, request: GraphqlRequest): Promise<GraphqlAnswer<Data>>;
  /** Administrator's connection string of a subgraph's database. */
  databaseUrl(subgraph: string): string;
  /** The line in which a service noted that it refused what it answered with this. */
  refusal(service: string, answer: GraphqlAnswer): Promise<Record<string, unknown>>;
  /** What a request cost in a service, by the `x-request-id` of its answer; from that service's log. */
  cost(service: string, requestId: string): Promise<RequestCost>;
}

const STARTS_WITHIN = 300_000;

/** Has the system started before the first test of this file; all files of a run share one. */
export function useSystem(): TestSystem {
  let running: RunningSystem | undefined;
  let issuer: DevelopmentIssuer | undefined;
  let gateway: ServiceSigner | undefined;

  beforeAll(async () => {
    const door = process.env['SAMMEN_TEST_DOOR'];
    if (door === undefined)
      throw new Error('Run tests with `npm test` or `npx jest`, which start the system on demand.');
    const response = await fetch(door);
    const text = await response.text();
    if (!response.ok) throw new Error(`The system under test did not start: ${text}`);
    running = JSON.parse(text) as RunningSystem;
  }, STARTS_WITHIN);

  const system = (): RunningSystem => {
    if (running === undefined) throw new Error('The system is there inside tests and hooks only.');
    return running;
  };
  /** The newest such line; it can be written a little after the caller has the answer. */
  async function lineWith(service: string, ...words: string[]): Promise<Record<string, unknown>> {
    for (const deadline = Date.now() + 5_000; Date.now() < deadline; await setTimeout(20)) {
      const lines = (await self.log(service)).split('\n');
      const line = lines.findLast((each) => words.every((word) => each.includes(word)));
      if (line !== undefined) return JSON.parse(line) as Record<string, unknown>;
    }
    throw new Error(`${service} logged no such line about that request.`);
  }
  const self: TestSystem = {
    get urls() {
      return Object.fromEntries(Object.entries(system().urls).map(([name, url]) => [name, `${url}/graphql`]));
    },
    get baseUrls() {
      return system().urls;
    },
    persona: (name) => PERSONAS[name],
    token: (name) => self.issuer().issue(PERSONAS[name].actor),
    issuer() {
      const options = { issuer: 'sammen-development', audience: 'sammen', production: false };
      return (issuer ??= createDevelopmentIssuer({ directory: system().keys, ...options }));
    },
    signer: (service) =>
      createServiceSigner({ keyFile: self.keyFile(service), jwksFile: self.serviceJwksFile, service }),
    get serviceJwksFile() {
      return join(system().keys, 'services.jwks.json');
    },
    keyFile: (service) => join(system().keys, `service-${service}.jwk.json`),
    asGateway(service, body, given) {
      const requestId = given['x-request-id'] ?? randomUUID();
      const headers: Record<string, string> = { ...given, 'x-request-id': requestId };
      const caller = {
        authorization: headers['authorization'] ?? null,
        purpose: headers['x-sammen-purpose'] ?? null,
        requestId,
      };
      const call = { method: 'POST', path: '/graphql', body, caller, to: service };
      return { ...headers, [SERVICE_CALL_HEADER]: (gateway ??= self.signer('gateway')).sign(call) };
    },
    log: (service) => readFile(join(dirname(system().keys), 'logs', `${service}.log`), 'utf8'),
    async graphql(url, { persona, purpose, headers = {}, ...body }) {
      const sent: Record<string, string> = { 'content-type': 'application/json' };
      if (persona !== undefined) {
        sent['authorization'] = `Bearer ${await self.token(persona)}`;
        const chosen = purpose === undefined ? PERSONAS[persona].purpose : purpose;
        if (chosen !== null) sent['x-sammen-purpose'] = chosen;
      } else if (purpose) {
        sent['x-sammen-purpose'] = purpose;
      }
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...sent, ...headers },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as any, headers: response.headers };
    },
    databaseUrl(subgraph) {
      const urls = system().databases[subgraph];
      if (urls === undefined) throw new Error(`There is no database of ${subgraph}.`);
      return urls.admin;
    },
    refusal: (service, { headers }) => lineWith(service, headers.get('x-request-id')!, '"refused"'),
    cost: async (service, requestId) => (await lineWith(service, requestId, '"answered"')) as unknown as RequestCost,
  };
  return self;
}
