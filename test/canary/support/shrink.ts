/**
 * Cuts a failing case down while it still fails in the same way: first the steps before it, then what each step asks and
 * says, then what the decision rests on. What comes out is proved by processes that remember nothing of all the tries.
 */
import { cutDown } from './cutDown.js';
import { readFactRows } from './factRows.js';
import type { Judged } from './judge.js';
import { smaller, smallerInputs } from './selection.js';
import type { Beginning, Case, Step } from './steps.js';
import { type Stage, tryCase } from './tryCase.js';

/** Then what is there is good enough. */
const MOST_SECONDS = 120;
/** With processes started anew for every try. */
const MOST_SECONDS_ANEW = 600;

type Fails = (steps: readonly Step[], facts?: Beginning | null) => Promise<boolean>;

/** @param steps all of the run up to the one that failed @returns null when it does not fail again, one step after the other */
export async function shrink(stage: Stage, steps: readonly Step[], failed: Judged): Promise<Case | null> {
  const faults = new Set(failed.findings.map(({ fault }) => fault));
  const at = Date.now();
  const failing =
    (anew: boolean, until: number): Fails =>
    async (tried, facts = null) => {
      if (Date.now() > until) return false;
      if (anew) await stage.system.restart();
      const found = await tryCase(stage, { steps: tried, facts, at }).catch(() => undefined);
      return found?.judged.findings.some(({ fault }) => faults.has(fault)) ?? false;
    };

  // A list shows citizens whom its question does not name.
  const about = namedIn([steps.at(-1)!], stage.world.citizenIds, failed.answer.text);
  const quick = await cut(stage, steps, about, failing(false, at + MOST_SECONDS * 1_000));
  const once = failing(true, Infinity);
  if (quick !== null && (await once(quick.steps, quick.facts))) return { ...quick, at };
  // Something outside of the databases remembers: each try has to begin without that.
  const slow = await cut(stage, steps, about, failing(true, Date.now() + MOST_SECONDS_ANEW * 1_000));
  return slow === null || !(await once(slow.steps, slow.facts)) ? null : { ...slow, at };
}

async function cut(
  stage: Stage,
  all: readonly Step[],
  about: readonly string[],
  fails: Fails,
): Promise<Omit<Case, 'at'> | null> {
  const last = all.at(-1)!;
  let before: readonly Step[] | undefined;
  for (const some of slices(all, about)) {
    if (!(await fails([...some, last]))) continue;
    before = some;
    break;
  }
  if (before === undefined) return null;
  let steps: readonly Step[] = [...(await cutDown(before, (fewer) => fails([...fewer, last]))), last];
  // The last first: what it no longer asks for, the others need not prepare.
  for (const place of [...steps.keys()].toReversed())
    steps = steps.with(place, await plainer(steps[place]!, (one) => fails(steps.with(place, one))));
  const facts = await fewerFacts(stage, steps, (fewer) => fails(steps, fewer));
  return { steps, facts };
}

/** What may have come before it, the likeliest and fewest steps first, everything at last. */
function* slices(all: readonly Step[], about: readonly string[]): Generator<readonly Step[]> {
  const last = all.at(-1)!;
  const before = all.slice(0, -1);
  const concerns = (step: Step): boolean => about.length === 0 || namedIn([step], about).length > 0;
  yield [];
  yield before.filter((step) => step.change !== null && concerns(step));
  yield before.filter((step) => (step.change === null ? step.actor.id === last.actor.id : concerns(step)));
  yield before.filter(concerns);
  yield before;
}

/** Whom steps are about; a question that names nobody is about whoever the actor knows. */
const namedIn = (steps: readonly Step[], citizenIds: readonly string[], more = ''): readonly string[] => {
  const text = more + JSON.stringify(steps.map(({ operation, actor }) => [operation, actor.citizenId]));
  return citizenIds.filter((id) => text.includes(id));
};

/** A step that asks for less and says less. */
async function plainer(step: Step, fails: (step: Step) => Promise<boolean>): Promise<Step> {
  let current = step;
  search: for (;;) {
    for (const operation of [...smaller(current.operation), ...smallerInputs(current.operation)]) {
      const candidate = { ...current, operation };
      if (!(await fails(candidate))) continue;
      current = candidate;
      continue search;
    }
    return current;
  }
}

async function fewerFacts(
  { system, world, start }: Stage,
  steps: readonly Step[],
  fails: (facts: Beginning) => Promise<boolean>,
): Promise<Beginning | null> {
  const named = namedIn(steps, world.citizenIds);
  const citizenIds = named.length > 0 ? named : world.citizenIds;
  await start.restore();
  let rows = await readFactRows(system.databases['citizen']!, citizenIds);
  if (!(await fails({ citizenIds, rows }))) return null;
  for (const [table, all] of Object.entries(rows)) {
    const needed = await cutDown(all, (fewer) => fails({ citizenIds, rows: { ...rows, [table]: fewer } }));
    rows = { ...rows, [table]: needed };
  }
  return { citizenIds, rows };
}
