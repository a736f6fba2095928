/**
 * One fetch of a plan: sends to its subgraph what the subgraph may have and nothing else of the request, and hands
 * back what it answered. It decides nothing about consent: it carries grants there, and what was withheld back; what those
 * grants deny it need not fetch.
 */
import type { ServiceSigner } from '@sammen/identity';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../logging.js';
import { beginFetch, endFetch, sendFetch, type FetchRecord } from '../observe/requestRecord.js';
import type { RequestState } from '../pipeline/requestState.js';
import { citizenOf } from './citizens.js';
import type { Fault, Mark, Path } from './faults.js';
import { grantsToSend } from './grantsToSend.js';
import { createGuardedFields } from './guardedFetch.js';
import { hasAskedShape } from './hasAskedShape.js';
import type { FetchStep, Representation } from './plan/steps.js';
import type { Answer, Call } from './run/carrier.js';
import { signedHeaders } from './signedHeaders.js';
import { readSubgraphAnswer, type SubgraphAnswer, type SubgraphError } from './subgraphAnswer.js';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';
import type { SubgraphClient } from './subgraphClient.js';
import { failureOf, unavailable } from './subgraphFailure.js';
import { withholdAhead } from './withholdAhead.js';

/** What fetches are carried with. */
export interface CarryOptions {
  /** The client of a subgraph, by its name in the supergraph. */
  readonly clientOf: (source: string) => SubgraphClient;
  /** Signs in the gateway's own name. */
  readonly signer: ServiceSigner;
  /** The whole supergraph, as the planner knows it. */
  readonly schema: GraphQLSchema;
  readonly log: Log;
}

/** Carries the fetches of any request; never rejects for anything a subgraph did. */
export type CarryFetch = (call: Call, state: RequestState) => Promise<Answer<Mark>>;

/** See the file's sentence. */
export function createCarryFetch({ clientOf, signer, schema, log }: CarryOptions): CarryFetch {
  const guardedFieldsOf = createGuardedFields(schema);

  async function ask(call: Call, state: RequestState, record: FetchRecord): Promise<SubgraphAnswer> {
    const { step, variables, representations } = call;
    const { source, operation: query, operationName } = step;
    if (state.unavailable.has(source)) throw new SubgraphUnavailable('DOWN', 'failed earlier in this request');
    const extensions = { grants: grantsToSend(state.grants), categories: state.categories };
    state.counts.fetches += 1;
    const traced = sendFetch(state.record, record, extensions.grants.length);
    const to = clientOf(source);
    const sent = representations ? { ...variables, representations } : variables;
    const out = { path: to.path, body: JSON.stringify({ query, operationName, variables: sent, extensions }) };
    const answer = await to.post({
      body: out.body,
      headers: (time) => {
        record.attempts += 1;
        return { ...signedHeaders(state, { ...out, source, signer, time }), ...traced };
      },
      life: state.life,
      isMutation: step.isMutation,
      read: (json) => readAnswer(json, step, representations?.length ?? null),
    });
    for (const grant of answer.grants) state.grants.add(grant);
    return answer;
  }

  /** An answer that is of no use counts as none; the source is judged by that. */
  function readAnswer(json: unknown, step: FetchStep, entities: number | null): SubgraphAnswer {
    const answer = readSubgraphAnswer(json);
    if (!answer) throw new SubgraphUnavailable('NONSENSE', 'not a GraphQL answer');
    const refusal = answer.errors.map(({ extensions: { code } }) => code).find(isRefusalOfOurCall);
    if (refusal !== undefined) throw new SubgraphUnavailable('REFUSED', refusal);
    if (answer.data && !hasAskedShape(answer.data, step.document, schema)) {
      throw new SubgraphUnavailable('NONSENSE', 'another shape');
    }
    if (entities !== null) assertEntities(answer, entities);
    return answer;
  }

  function fail(error: unknown, { step }: Call, { requestId, unavailable: down }: RequestState): Fault[] {
    if (!(error instanceof SubgraphUnavailable)) throw error;
    const { source, isMutation, fills } = step;
    // Nobody is there to hear of it, and nothing is wrong with the source.
    if (error.fault !== 'GONE') {
      log.warn({ event: 'subgraph unavailable', requestId, source, fault: error.fault, detail: error.detail });
    }
    if (error.fault === 'DOWN' || error.fault === 'SLOW' || error.fault === 'OPEN') down.add(source);
    return [{ fault: { kind: 'FAILURE', failure: { ...unavailable(source, error.fault, isMutation), paths: fills } } }];
  }

  /** An error that points nowhere names the fields that were lost with it, unless data came along. */
  function faultOf(error: SubgraphError, { step: { source, fills } }: Call, hasData: boolean): Fault {
    const failure = failureOf(error, source);
    if (failure.code === 'SUBGRAPH_ERROR') log.warn({ event: 'subgraph error', source });
    const path = error.path;
    return {
      ...(path ? { path } : {}),
      fault: { kind: 'FAILURE', failure: { ...failure, ...(path || hasData ? {} : { paths: fills }) } },
    };
  }

  async function send(call: Call, state: RequestState, record: FetchRecord): Promise<Answer<Mark>> {
    const { data, errors, withheld } = await ask(call, state, record);
    const failed = errors.map((error) =>
      faultOf(
        call.representations && !isOfEntity(error.path) ? { ...error, path: undefined } : error,
        call,
        data !== null,
      ),
    );
    const held = withheld.map((entry): Fault => ({ path: entry.path, fault: { kind: 'WITHHELD', ...entry } }));
    return { data, faults: [...failed, ...held] };
  }

  /** Whoever it is about has been asked about before; who is denied everything is left out. */
  async function sendDecided(
    call: Call,
    all: readonly Representation[],
    state: RequestState,
    record: FetchRecord,
  ): Promise<Answer<Mark>> {
    const citizens = new Set(all.flatMap((one) => citizenOf(one) ?? []));
    await state.decisions.about([...citizens]);
    const fields = guardedFieldsOf(call.step);
    if (!fields || !state.verified || !state.purpose) return send(call, state, record);
    const { permits } = await state.verified.verified();
    const asker = { role: state.caller!.actor.role, purpose: state.purpose };
    const { left, withheld } = withholdAhead(all, { fields, permits, asker });
    if (left.length === all.length) return send(call, state, record);
    record.leftOut = all.length - left.length;
    // Null under each name: a key may stand there already, if that is what the client calls the field.
    const none = Object.fromEntries(fields.map(({ name }) => [name, null]));
    const entities: unknown[] = all.map(() => ({ ...none }));
    if (left.length === 0) return { data: { _entities: entities }, faults: withheld };
    const { data, faults } = await send({ ...call, representations: left.map((index) => all[index]!) }, state, record);
    left.forEach((index, at) => (entities[index] = (data?.['_entities'] as unknown[] | undefined)?.[at]));
    const moved = faults.map((one): Fault => (one.path ? { ...one, path: movedBack(one.path, left) } : one));
    return { data: data && { _entities: entities }, faults: [...moved, ...withheld] };
  }

  return async (call, state) => {
    const record = beginFetch(state.record, call);
    try {
      const { representations } = call;
      if (state.categories === '0') return await send(call, state, record);
      if (representations) return await sendDecided(call, representations, state, record);
      return await state.decisions.alone(() => send(call, state, record));
    } catch (error) {
      if (error instanceof SubgraphUnavailable) record.fault = error.fault;
      return { data: null, faults: fail(error, call, state) };
    } finally {
      endFetch(state.record, record);
    }
  };
}

/** From a path of the fetch that was sent to one of the fetch that was asked for. */
function movedBack([root, index, ...rest]: Path, left: readonly number[]): Path {
  return [root!, left[index as number]!, ...rest];
}

function assertEntities({ data, withheld }: SubgraphAnswer, count: number): void {
  const entities = data?.['_entities'];
  if (data && !(Array.isArray(entities) && entities.length === count)) {
    throw new SubgraphUnavailable('NONSENSE', 'another number of entities');
  }
  if (withheld.some(({ path }) => !isOfEntity(path) || (path[1] as number) >= count)) {
    throw new SubgraphUnavailable('NONSENSE', 'withheld at no entity');
  }
}

function isOfEntity(path: Path | undefined): boolean {
  return path?.[0] === '_entities' && typeof path[1] === 'number' && path[1] >= 0;
}

/** What clients can do nothing about: a key or a clock of ours is wrong. */
function isRefusalOfOurCall(code: unknown): code is string {
  return typeof code === 'string' && /^SERVICE_(CALLS?_[A-Z]+|NOT_ALLOWED)$/.test(code);
}
