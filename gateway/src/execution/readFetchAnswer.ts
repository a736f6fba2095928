/** A subgraph's answer, held against the fetch it answers: one that is of no use counts as none (INVARIANT I-4). */
import type { GraphQLSchema } from 'graphql';
import type { Path } from './faults.js';
import { SubgraphUnavailable } from './fetching/subgraphUnavailable.js';
import { hasAskedShape } from './hasAskedShape.js';
import type { FetchStep } from './plan/steps.js';
import { readSubgraphAnswer, type SubgraphAnswer } from './subgraphAnswer.js';

/**
 * Reads the JSON of an answer; `entities`: how many were asked for, null for a root fetch.
 * @throws SubgraphUnavailable, which the source is judged by
 */
export function readFetchAnswer(
  json: unknown,
  step: FetchStep,
  entities: number | null,
  schema: GraphQLSchema,
): SubgraphAnswer {
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

function assertEntities({ data, withheld }: SubgraphAnswer, count: number): void {
  const entities = data?.['_entities'];
  if (data && !(Array.isArray(entities) && entities.length === count)) {
    throw new SubgraphUnavailable('NONSENSE', 'another number of entities');
  }
  if (withheld.some(({ path }) => !isOfEntity(path) || (path[1] as number) >= count)) {
    throw new SubgraphUnavailable('NONSENSE', 'withheld at no entity');
  }
}

/** Whether a path of an answer leads into one of the entities that were asked for. */
export function isOfEntity(path: Path | undefined): boolean {
  return path?.[0] === '_entities' && typeof path[1] === 'number' && path[1] >= 0;
}

/** What clients can do nothing about: a key or a clock of ours is wrong. */
function isRefusalOfOurCall(code: unknown): code is string {
  return typeof code === 'string' && /^SERVICE_(CALLS?_[A-Z]+|NOT_ALLOWED)$/.test(code);
}
