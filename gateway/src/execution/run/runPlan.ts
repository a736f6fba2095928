/** Runs the steps of a plan for one request: fetches in their order, each answer merged where it belongs. */
import type { FetchStep, Json, Path, Step } from '../plan/steps.js';
import type { Answer, Call, Carrier, Fault } from './carrier.js';
import { distinct } from './distinctRepresentations.js';
import { entitiesAt, placesAt } from './entitiesAt.js';

/** What was fetched; names and places are the response's, values are not yet shaped. */
export interface Fetched<F> {
  readonly data: Json;
  readonly faults: readonly Fault<F>[];
  /** Where entities stand that a subgraph answered with what is no object. */
  readonly misfits: readonly Path[];
}

/**
 * Runs `step`. `variables` are the client's, `flags` the values of those that conditions ask for, defaults filled in.
 * Rejects only if `carry` does.
 */
export async function runPlan<F>(
  step: Step | undefined,
  variables: Readonly<Json>,
  flags: (name: string) => boolean,
  carry: Carrier<F>,
): Promise<Fetched<F>> {
  const data: Json = {};
  const faults: Fault<F>[] = [];
  const misfits: Path[] = [];
  const asked = new Map<string, Promise<Answer<F>>>();

  function run(one: Step): Promise<void> | undefined {
    if (one.kind === 'fetch') return one.represent ? fetchEntities(one, one.represent) : fetchRoot(one);
    if (one.kind === 'condition') {
      const branch = flags(one.variable) ? one.yes : one.no;
      return branch && run(branch);
    }
    return one.kind === 'sequence' ? inOrder(one.steps) : atOnce(one.steps);
  }

  async function inOrder(steps: readonly Step[]): Promise<void> {
    for (const one of steps) await run(one);
  }

  async function atOnce(steps: readonly Step[]): Promise<void> {
    await Promise.all(steps.map(run));
  }

  /** The same question is asked once; who asks it a second time gets a copy, because answers are merged in place. */
  async function ask(call: Call): Promise<Answer<F>> {
    const { step: fetch, variables: used, representations } = call;
    if (fetch.twin === null || fetch.isMutation) return carry(call);
    const question = `${fetch.twin} ${JSON.stringify([used, representations])}`;
    const answer = asked.get(question);
    if (answer) return structuredClone(await answer);
    const first = carry(call);
    const kept = first.then((one) => structuredClone(one));
    kept.catch(() => undefined); // Whoever asked first hears of it.
    asked.set(question, kept);
    return first;
  }

  async function fetchRoot(fetch: FetchStep): Promise<void> {
    const targets = fetch.path.length === 0 ? [data] : entitiesAt(data, fetch.path);
    if (targets.length === 0) return;
    const answer = await ask({ step: fetch, variables: pick(variables, fetch.variableNames), representations: null });
    for (const { path, fault } of answer.faults) faults.push(path ? { path: fetch.pathOf(path), fault } : { fault });
    if (!answer.data) return;
    fetch.rewrite?.(answer.data, undefined);
    mergeAll(fetch, targets, answer.data);
  }

  async function fetchEntities(fetch: FetchStep, represent: NonNullable<FetchStep['represent']>): Promise<void> {
    const { representations, targets } = distinct(entitiesAt(data, fetch.path), (entity) => represent(entity, flags));
    if (representations.length === 0) return;
    const answer = await ask({ step: fetch, variables: pick(variables, fetch.variableNames), representations });
    if (answer.data) putBack(fetch, targets, answer.data['_entities']);
    locate(fetch, targets, answer.faults);
  }

  /** Whatever a subgraph answered: what is no entity is nowhere put, and its places are noted. */
  function putBack(fetch: FetchStep, targets: readonly Json[][], entities: unknown): void {
    let places: Map<Json, Path> | undefined;
    targets.forEach((ones, index) => {
      const entity: unknown = Array.isArray(entities) ? entities[index] : undefined;
      if (entity === null) return;
      if (typeof entity !== 'object' || Array.isArray(entity)) {
        places ??= placesAt(data, fetch.path);
        for (const one of ones) misfits.push(places.get(one)!);
        return;
      }
      fetch.rewrite?.(entity as Json, ones[0]!['__typename']);
      mergeAll(fetch, ones, entity as Json);
    });
  }

  /** An entity of an answer can stand at several places of the response; what is said of it is said of all. */
  function locate(fetch: FetchStep, targets: readonly Json[][], found: readonly Fault<F>[]): void {
    let places: Map<Json, Path> | undefined;
    for (const { path, fault } of found) {
      const [root, index, ...rest] = path ?? [];
      const ones = root === '_entities' && typeof index === 'number' ? targets[index] : undefined;
      if (!ones) {
        faults.push({ fault });
        continue;
      }
      places ??= placesAt(data, fetch.path);
      const inside = fetch.pathOf(rest);
      for (const one of ones) faults.push({ path: [...places.get(one)!, ...inside], fault });
    }
  }

  if (step) await run(step);
  return { data, faults, misfits };
}

/** Into each of them; what stands at two places is two objects, so that what is fetched stays a tree. */
function mergeAll({ merge }: FetchStep, targets: readonly Json[], source: Json): void {
  // Itself last: until then it is as it came.
  targets.forEach((target, index) => merge(target, index === targets.length - 1 ? source : structuredClone(source)));
}

function pick(variables: Readonly<Json>, names: readonly string[]): Json {
  const picked: Json = {};
  for (const name of names)
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) picked[name] = variables[name];
  return picked;
}
