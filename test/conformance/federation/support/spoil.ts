/** Puts nonsense into one place of one answer. */
import { hasAskedShape } from '../../../../gateway/src/execution/hasAskedShape';
import { createRandom } from '../../../canary/support/random';
import type { Spoil } from './differ';

/** What was done to the answers of one operation. */
export interface Spoiling {
  readonly answer: Spoil;
  readonly done: () => boolean;
  /** The carrier would not have let it through, and said so. */
  readonly isRefused: () => boolean;
  /** Something was left out: that may be so. */
  readonly isLeftOut: () => boolean;
  /** Whether the spoiled answer had a part in a root field, by its name in the answer. */
  readonly concerns: (root: string) => boolean;
}

type Place = { readonly holder: Record<string | number, unknown>; readonly key: string | number };

/** Spoils the first answer that chance lets it. */
export function spoilOnce(seed: number): Spoiling {
  const random = createRandom(seed);
  const roots = new Set<string>();
  let done = false;
  let isLeftOut = false;
  let isRefused = false;
  let isShared = false;

  /** Objects and lists in an answer: only of them anybody but the source knows what they have to be. */
  function places(at: unknown, found: Place[] = []): Place[] {
    if (typeof at !== 'object' || at === null) return found;
    for (const [key, value] of Object.entries(at)) {
      if (typeof value === 'object' && value !== null) {
        found.push({ holder: at as Record<string, unknown>, key });
        places(value, found);
      }
    }
    return found;
  }

  return {
    answer(answer, { step }, schema) {
      if (done || !answer.data || random.chance(0.3)) return answer;
      const all = places(answer.data);
      if (all.length === 0) return answer;
      const { holder, key } = random.pick(all);
      const value = holder[key];
      const other = Array.isArray(value) ? [{}, 'nonsense', 7, { length: 3 }] : [[], [value], 'nonsense', true];
      done = true;
      isLeftOut = random.chance(0.2);
      if (!isLeftOut) holder[key] = random.pick<unknown>(other);
      else if (Array.isArray(holder)) holder[key as number] = null;
      else delete holder[key];
      const [first] = step.path;
      // Places that stay empty go by the client's names, paths of a plan by its own.
      if (first !== undefined) roots.add(String(first).replace(/__asked$/, ''));
      else for (const [name] of step.fills) roots.add(String(name));
      // The same answer goes to several places.
      isShared = step.twin !== null;
      isRefused = !hasAskedShape(answer.data, step.document, schema);
      return answer;
    },
    done: () => done,
    isRefused: () => isRefused,
    isLeftOut: () => isLeftOut,
    concerns: (root) => isShared || roots.has(root),
  };
}
