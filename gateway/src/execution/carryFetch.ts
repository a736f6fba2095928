/**
 * One fetch of a plan, carried for one request. Nothing is decided here: grants go along, what was withheld comes back,
 * and what those grants deny need not be fetched.
 */
import { beginFetch, endFetch, type FetchRecord } from '../observe/requestRecord.js';
import type { RequestState } from '../pipeline/requestState.js';
import { citizenOf } from './citizens.js';
import type { Fault, Mark, Path } from './faults.js';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';
import { createGuardedFields } from './guardedFetch.js';
import type { Representation } from './plan/steps.js';
import type { Answer, Call } from './run/carrier.js';
import { createSendFetch, type SendOptions } from './sendFetch.js';
import { unavailable } from './subgraphFailure.js';
import { withholdAhead } from './withholdAhead.js';

/** Carries the fetches of any request; never rejects for anything a subgraph did. */
export type CarryFetch = (call: Call, state: RequestState) => Promise<Answer<Mark>>;

/** See the file's sentence. */
export function createCarryFetch(options: SendOptions): CarryFetch {
  const { schema, log } = options;
  const guardedFieldsOf = createGuardedFields(schema);
  const send = createSendFetch(options);

  /** Whoever it is about has been asked about before; who is denied everything is left out. */
  async function sendDecided(
    call: Call,
    all: readonly Representation[],
    state: RequestState,
    record: FetchRecord,
  ): Promise<Answer<Mark>> {
    const citizens = new Set<string>();
    for (const one of all) {
      const citizen = citizenOf(one);
      if (citizen !== undefined) citizens.add(citizen);
    }
    const asked = state.decisions.about(citizens);
    if (asked) await asked;
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
