import { type DataCategory, PURPOSES, type Purpose, decodeCategories } from '@sammen/consent';
import {
  type RouteHandler,
  type Services,
  type Subject,
  answered,
  isId,
  signerOf,
  verifySignature,
} from '@sammen/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import { citizenErrors } from '../errors.js';

/** More subjects than this in one question is refused. */
const MAX_SUBJECTS = 1_000;

/**
 * Stands for a purpose that is none, or that the token does not allow. Rule 0 denies everything to it, so the citizens
 * whom it was about see the attempt in their logs; the grant that nothing is permitted by goes to nobody.
 */
const NO_PURPOSE = null as unknown as Purpose;

/**
 * `POST /grants`: decides, logs and signs for whoever calls with their own access token. The request that a grant is
 * bound to is the one that a service signed for; a caller without a signature gets one that no other call has.
 */
export function addGrantsRoute(server: FastifyInstance, services: Services): void {
  const { tokens, decisionPoint, log, callers } = services;
  const decide: RouteHandler = async (request) => {
    const authorization = request.headers.authorization ?? '';
    const { actor, purposes } = await tokens.verify(authorization);
    const { purpose, subjects, ...asked } = parse(request.body);
    const requestId = signerOf(request) === null ? request.id : asked.operation.requestId;
    const operation = { ...asked.operation, requestId };
    // A purpose outside the role's caps is decided like any other: denied, and logged.
    const isOffered = purpose !== null && (purposes === null || purposes.includes(purpose));
    const { token } = await decisionPoint.ask({
      authorization,
      actor,
      purpose: isOffered ? purpose : NO_PURPOSE,
      operation,
      subjects,
    });
    if (!isOffered) throw malformed('purpose');
    return { grant: token };
  };
  server.post('/grants', { preHandler: verifySignature(callers) }, answered(log, decide));
}

function parse(body: unknown) {
  const { purpose, operation, subjects } = (body ?? {}) as Record<string, unknown>;
  const { name, hash, requestId } = (operation ?? {}) as Record<string, unknown>;
  if (name !== null && typeof name !== 'string') throw malformed('operation.name');
  if (typeof hash !== 'string' || !/^[0-9a-f]{0,64}$/.test(hash)) throw malformed('operation.hash');
  if (!isId(requestId)) throw malformed('operation.requestId');
  if (!Array.isArray(subjects) || subjects.length === 0 || subjects.length > MAX_SUBJECTS) throw malformed('subjects');
  return {
    purpose: PURPOSES.find((known) => known === purpose) ?? null,
    operation: { name, hash, requestId },
    subjects: distinct(subjects.map(subjectOf)),
  };
}

function subjectOf(value: unknown): Subject {
  const { citizenId, categories, writes = '0' } = (value ?? {}) as Record<string, unknown>;
  if (!isId(citizenId)) throw malformed('subjects.citizenId');
  return { citizenId, categories: setOf(categories), writes: setOf(writes) };
}

/** One citizen twice would be two events of one request. */
function distinct(subjects: readonly Subject[]): readonly Subject[] {
  if (new Set(subjects.map(({ citizenId }) => citizenId)).size < subjects.length) throw malformed('subjects');
  return subjects;
}

function setOf(hex: unknown): ReadonlySet<DataCategory> {
  try {
    return decodeCategories(hex as string);
  } catch {
    throw malformed('subjects.categories');
  }
}

function malformed(field: string) {
  return citizenErrors('GRANT_REQUEST_MALFORMED', { field });
}
