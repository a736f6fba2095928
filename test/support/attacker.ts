/** Whoever tries to get at what is not theirs: any actor, any header, any extension, at the gateway or at a subgraph. */
import type { Actor, Purpose } from '@sammen/consent';
import { DEFAULT_SEED, PERSONAS, type Person, type PersonaName, personOf } from '@sammen/population';
import pg from 'pg';
import { type GraphqlAnswer, type TestSystem, useSystem } from './system.js';

/** Somebody who asks, with the purpose they give; null gives none. */
export interface Somebody {
  readonly actor: Actor;
  readonly purpose: Purpose | null;
}

/** What a request may carry besides its document. */
export interface Smuggled {
  readonly headers?: Record<string, string>;
  readonly extensions?: Record<string, unknown>;
  /** Other bytes than the JSON of the request. */
  readonly raw?: string;
  /** Signed as the gateway signs: what the request says about itself counts. */
  readonly signed?: boolean;
}

/** Tools for the attacks of one file. */
export interface Attacker {
  readonly system: TestSystem;
  /** Posts as a persona or as anybody. */
  ask(
    service: string,
    who: PersonaName | Somebody,
    query: string,
    variables?: Record<string, unknown>,
    smuggled?: Smuggled,
  ): Promise<GraphqlAnswer>;
  /** A statement on a subgraph's database, as its administrator; for preparing and for counting. */
  sql(subgraph: string, statement: string, parameters?: unknown[]): Promise<Record<string, any>[]>;
  /** Posts JSON, or exactly these bytes, to a route of a service. */
  post(service: string, path: string, body: unknown, headers?: Record<string, string>): Promise<GraphqlAnswer>;
}

const NOWHERE = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;

/** An id that nobody has. */
export const NOBODY = '3f2b8c1e-7a54-8d10-9e6b-5c4d3e2f1a00';

/** A synthetic citizen; the attacks use those from 100 on, other tests the first ones. */
export const citizenNo = (index: number): Person => personOf(DEFAULT_SEED, index);

/** A citizen in person. */
export function inPerson({ actorId, id }: Person): Somebody {
  return { actor: { id: actorId, role: 'CITIZEN', citizenId: id, ...NOWHERE }, purpose: null };
}

/** A professional without any relation to anybody, for what roles alone can do. */
export function stranger(name: PersonaName, id: string): Somebody {
  const { actor, purpose } = PERSONAS[name];
  const organisationId = { REGION: 'region-nordjylland', MUNICIPALITY: 'municipality-0101', NGO: actor.organisationId };
  const elsewhere = organisationId[actor.organisationKind as keyof typeof organisationId];
  return { actor: { ...actor, id, organisationId: elsewhere, unitId: null }, purpose };
}

/** Codes of an answer's errors. */
export const codesOf = ({ body }: GraphqlAnswer): string[] =>
  (body.errors ?? []).map(({ extensions }) => extensions.code as string);

/** The categories and states that an answer says are withheld. */
export const withheldOf = ({
  body,
}: GraphqlAnswer): { path: (string | number)[]; coordinate: string; category: string; state: string }[] =>
  body.extensions?.['consent']?.withheld ?? [];

/** Has the system started before the first test of this file. */
export function useAttacker(): Attacker {
  const system = useSystem();
  const clients = new Map<string, pg.Client>();
  afterAll(async () => {
    for (const client of clients.values()) await client.end();
  });
  const bytesOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));
  const send = async (url: string, body: unknown, headers: Record<string, string>): Promise<GraphqlAnswer> => {
    const bytes = bytesOf(body);
    const response = await fetch(url, { method: 'POST', headers, body: bytes });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  };
  return {
    system,
    async ask(service, who, query, variables = {}, { headers = {}, extensions, raw, signed } = {}) {
      const { actor, purpose } = typeof who === 'string' ? PERSONAS[who] : who;
      const sent = {
        'content-type': 'application/json',
        authorization: `Bearer ${await system.issuer().issue(actor)}`,
        ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
        ...headers,
      };
      const body = raw ?? { query, variables, ...(extensions === undefined ? {} : { extensions }) };
      return send(system.urls[service]!, body, signed ? system.asGateway(service, bytesOf(body), sent) : sent);
    },
    async sql(subgraph, statement, parameters = []) {
      let client = clients.get(subgraph);
      if (client === undefined) {
        client = new pg.Client(system.databaseUrl(subgraph));
        clients.set(subgraph, client);
        await client.connect();
      }
      return (await client.query(statement, parameters)).rows;
    },
    post: (service, path, body, headers = {}) =>
      send(system.baseUrls[service]! + path, body, { 'content-type': 'application/json', ...headers }),
  };
}
