import { type DataCategory, PURPOSES, type Purpose, type Role, decodeCategories, purposesOf } from '@sammen/consent';
import { assertGrantBoundTo } from '@sammen/identity';
import type { FastifyRequest } from 'fastify';
import type { RunningOperation, SubgraphContext } from '../context.js';
import type { SubgraphDefinition } from '../defineSubgraph.js';
import { kitError } from '../errors.js';
import { createPermits } from '../guard/permits.js';
import { createWithheldList } from '../guard/withheld.js';
import type { Services } from './services.js';
import { signerOf } from './signedCalls.js';

/** More grants than this in one request are refused. */
const MAX_GRANTS = 100;

/**
 * Stands for a purpose that is none (INVARIANT I-4): no role's, so that the decision point denies everything to whoever
 * would get as far as asking it with it; the guard lets nobody get there.
 */
const NO_PURPOSE = null as unknown as Purpose;

/** Nothing is known of an operation before it is parsed, and nothing is resolved before then either. */
const notParsed = (): RunningOperation => ({ name: null, hash: '', categories: new Set() });

/**
 * Who asks, for what purpose, with which grants: verified here, whoever forwarded them (INVARIANT I-7).
 * @throws UNAUTHENTICATED, PURPOSE_REQUIRED, PURPOSE_UNKNOWN, GRANT_INVALID, GRANT_EXPIRED, GRANT_NOT_BOUND
 */
export async function createContext(
  request: FastifyRequest,
  definition: SubgraphDefinition,
  services: Services,
): Promise<SubgraphContext> {
  const authorization = request.headers.authorization;
  const holder = await services.tokens.verify(authorization);
  const purpose = purposeOf(request.headers['x-sammen-purpose'], holder.actor.role, holder.purposes);
  const requestId = request.id;
  const extensions =
    (request.body as { extensions?: { grants?: unknown; categories?: unknown } } | undefined)?.extensions ?? {};
  // INVARIANT I-7: what else is touched elsewhere is the gateway's to say; a caller's own call touches what it selects.
  const announced = signerOf(request) === null ? null : categoriesOf(extensions.categories);
  const grants = await Promise.all(
    listOf(extensions.grants).map(async (grant) => {
      const claims = await services.grants.verify(grant);
      assertGrantBoundTo(claims, {
        actorId: holder.actor.id,
        organisationId: holder.actor.organisationId,
        role: holder.actor.role,
        purpose,
        requestId,
      });
      return claims;
    }),
  );
  const loadersOf = (one: SubgraphContext) => definition.loaders(services.database, () => one as never);
  const operation = notParsed();
  const context: SubgraphContext = {
    actor: holder.actor,
    purpose,
    hasPurpose: purpose !== NO_PURPOSE,
    requestId,
    announced,
    operation,
    withheld: createWithheldList(),
    database: services.database,
    writer: services.writer,
    relations: services.relations,
    permits: createPermits(
      {
        authorization: authorization ?? '',
        actor: holder.actor,
        purpose,
        requestId,
        grants,
        operation: () => operation,
      },
      services.decisionPoint,
    ),
    loaders: null,
    // Of the object it is called on: Apollo Server hands a copy of this one to resolvers.
    renewLoaders() {
      this.loaders = loadersOf(this);
    },
  };
  context.renewLoaders();
  return context;
}

/** A citizen needs to give no purpose; a professional always does; a role that sees no citizen has {@link NO_PURPOSE}. */
function purposeOf(header: string | string[] | undefined, role: Role, limits: readonly Purpose[] | null): Purpose {
  const allowed = purposesOf(role).filter((purpose) => limits === null || limits.includes(purpose));
  if (header === undefined || header === '') {
    const [only] = allowed;
    if (only === 'SELF_ACCESS' || only === 'REPRESENTATION') return only;
    if (purposesOf(role).length === 0) return NO_PURPOSE;
    throw kitError('PURPOSE_REQUIRED', {
      message: `No purpose was given. Yours are: ${allowed.join(', ') || 'none'}.`,
    });
  }
  const purpose = PURPOSES.find((known) => known === header);
  if (purpose === undefined || !allowed.includes(purpose)) {
    throw kitError('PURPOSE_UNKNOWN', { message: `The purpose is not one of yours: ${allowed.join(', ') || 'none'}.` });
  }
  return purpose;
}

function listOf(grants: unknown): readonly unknown[] {
  if (grants === undefined) return [];
  // INVARIANT I-4: a malformed grant is an error, never "no consent needed".
  if (!Array.isArray(grants) || grants.length > MAX_GRANTS)
    throw kitError('INVALID_INPUT', { field: 'extensions.grants' });
  return grants;
}

function categoriesOf(announced: unknown): ReadonlySet<DataCategory> | null {
  if (announced === undefined) return null;
  if (typeof announced !== 'string') throw kitError('INVALID_INPUT', { field: 'extensions.categories' });
  try {
    return new Set(decodeCategories(announced));
  } catch {
    throw kitError('INVALID_INPUT', { field: 'extensions.categories' });
  }
}
