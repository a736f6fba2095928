/**
 * A response of 5,000 guarded fields, with the guard and without it: the real guard around resolvers that cost nothing, so
 * that what differs is what deciding costs. Nothing here runs in a subgraph; the bench and a test do.
 */
import 'reflect-metadata';
import { encodeCategories } from '@sammen/consent';
import { DATA_CATEGORY_SDL, DIRECTIVES_SDL } from '@sammen/consent-directive';
import { buildSchema, type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import type { SubgraphDefinition } from '../defineSubgraph.js';
import { guardSchema } from '../guard/guardSchema.js';
import { createPermits, type Permits } from '../guard/permits.js';
import { createWithheldList } from '../guard/withheld.js';

const CITIZENS = 25;
const ROWS = 20;
const FIELDS = Array.from({ length: 10 }, (_, at) => `field${at}`);
/** How many guarded values the response holds; besides them one guarded list for each citizen. */
export const GUARDED_VALUES = CITIZENS * ROWS * FIELDS.length;
/** Guarded lists in the response. */
export const GUARDED_LISTS = CITIZENS;

const SDL = `
  ${DIRECTIVES_SDL}
  ${DATA_CATEGORY_SDL}
  type Query { page: Page! @public }
  type Page { citizens: [Citizen!]! @public }
  type Citizen { id: ID! @public  rows: [Row!] @consent(category: DIAGNOSIS) }
  type Row @consent(category: DIAGNOSIS) { ${FIELDS.map((name) => `${name}: Int`).join(' ')} }`;

const idOf = (at: number): string => `7278594b-9b1c-8561-b05a-${String(at).padStart(12, '0')}`;

function citizens(): object[] {
  return Array.from({ length: CITIZENS }, (_, at) => ({
    id: idOf(at),
    rows: Array.from({ length: ROWS }, () => ({
      citizenId: idOf(at),
      ...Object.fromEntries(FIELDS.map((name, value) => [name, value])),
    })),
  }));
}

/** What one request with a grant for everybody in the response begins with. */
export function permitsOfOneRequest(): Permits {
  const hex = encodeCategories(['DIAGNOSIS']);
  const c = Object.fromEntries(Array.from({ length: CITIZENS }, (_, at) => [idOf(at), [hex, hex] as const]));
  const who = { sub: 'bench', org: 'region-syddanmark', role: 'PSYCHIATRIST', purpose: 'TREATMENT' } as const;
  const grant = { iss: 'sammen:decision-point', aud: 'sammen:subgraphs', ...who, rid: '', asOf: 0, seq: 0 } as const;
  const actor = {
    id: who.sub,
    role: who.role,
    organisationId: who.org,
    organisationKind: 'REGION',
    unitId: null,
    citizenId: null,
  } as const;
  return createPermits(
    {
      authorization: '',
      actor,
      purpose: who.purpose,
      requestId: '',
      grants: [{ ...grant, iat: 0, exp: 30, c, w: {} }],
      operation: () => ({ name: null, hash: '', categories: new Set(['DIAGNOSIS'] as const) }),
    },
    { ask: () => Promise.reject(new Error('Everything in the response is decided already.')) },
  );
}

/** Two ways to the same response; each call is one request. A promise would mean that a field waited for something. */
export interface GuardedResponse {
  guarded(permits?: Permits): ExecutionResult | Promise<ExecutionResult>;
  plain(): ExecutionResult | Promise<ExecutionResult>;
}

/** Builds both schemas. */
export function createGuardedResponse(): GuardedResponse {
  const [guarded, plain] = [buildSchema(SDL), buildSchema(SDL)];
  guardSchema(guarded, { references: {} } as unknown as SubgraphDefinition);
  const document: DocumentNode = parse(`{ page { citizens { rows { ${FIELDS.join(' ')} } } } }`);
  const rootValue = { page: { citizens: citizens() } };
  const run = (schema: GraphQLSchema, contextValue: unknown) =>
    execute({ schema, document, rootValue, contextValue }) as ExecutionResult | Promise<ExecutionResult>;
  return {
    guarded: (permits = permitsOfOneRequest()) =>
      run(guarded, { hasPurpose: true, permits, withheld: createWithheldList() }),
    plain: () => run(plain, {}),
  };
}
