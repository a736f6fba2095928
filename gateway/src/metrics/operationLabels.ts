/**
 * Which names of operations become labels. Names come from clients: somebody's name could stand in one, and there is no
 * end of them. So a name counts only when several people use it, and only so many count (INVARIANT I-8).
 */
import type { RequestState } from '../pipeline/requestState.js';

/** Bounds; the defaults are what an installation gets. */
export interface OperationLabelLimits {
  /** Names that become labels, for as long as the process lives. */
  readonly labels: number;
  /** How many people have to have used a name. What one person writes, or a few, never shows. */
  readonly people: number;
  /** Names that are remembered while too few have used them; the one not used for longest is forgotten. */
  readonly candidates: number;
}

const DEFAULT: OperationLabelLimits = { labels: 100, people: 5, candidates: 1_000 };

/** What stands for every other name, and for operations without one. */
export const OTHER_OPERATIONS = 'other';

/** Stands for what was refused before anything was executed: nobody need use such a name in earnest. */
export const REFUSED_OPERATIONS = 'refused';

/** Chooses labels. */
export interface OperationLabels {
  /** The label for the operation of a request that has been answered. */
  of(request: RequestState): string;
}

/** Letters and digits as GraphQL allows them; longer names are nobody's. */
const LONGEST = 60;

/** Starts with no names. Who used a name is forgotten when it becomes a label, and told to nobody. */
export function createOperationLabels(limits: Partial<OperationLabelLimits> = {}): OperationLabels {
  const { labels: most, people, candidates: mostCandidates } = { ...DEFAULT, ...limits };
  const labels = new Set<string>();
  const candidates = new Map<string, Set<string>>();

  function isUsedByMany(name: string, actorId: string): boolean {
    const users = candidates.get(name) ?? new Set();
    // Taken out and put back in: a Map remembers the order.
    candidates.delete(name);
    users.add(actorId);
    if (users.size >= people) return true;
    candidates.set(name, users);
    if (candidates.size > mostCandidates) candidates.delete(candidates.keys().next().value!);
    return false;
  }

  return {
    of({ caller, operation, record }) {
      if (!caller || !operation || !record.executed) return REFUSED_OPERATIONS;
      const { name } = operation;
      if (name === null || name.length > LONGEST) return OTHER_OPERATIONS;
      const label = maskedName(name);
      if (labels.has(label)) return label;
      if (labels.size >= most || !isUsedByMany(label, caller.actor.id)) return OTHER_OPERATIONS;
      labels.add(label);
      return label;
    },
  };
}

/** A digit string in an operation's name could be somebody's number. */
function maskedName(name: string): string {
  return name.replace(/\d{2,}/g, '#');
}
