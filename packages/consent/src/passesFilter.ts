import type { Filter } from './accessFilter.js';
import { rowsWhere } from './condition.js';
import type { CitizenFacts, Facts, Instant } from './facts.js';
import { isWithin } from './interval.js';
import { isLifted } from './rules/denyBlocked.js';
import { areWellFormedFacts } from './wellFormed.js';

/** Whether a filter lets a citizen through at a moment. Facts that could not be read whole let nobody through. INVARIANT I-4 */
export function passesFilter(filter: Filter, facts: Facts, at: Instant): boolean {
  return areWellFormedFacts(facts) && passes(filter, facts, at);
}

function passes(filter: Filter, facts: CitizenFacts, at: Instant): boolean {
  switch (filter.op) {
    case 'ANY':
      return filter.of.some((one) => passes(one, facts, at));
    case 'ALL':
      return filter.of.every((one) => passes(one, facts, at));
    case 'NOT':
      return !passes(filter.filter, facts, at);
    case 'CITIZEN':
      return facts.citizenId === filter.citizenId;
    case 'DURING':
      return isWithin(at, filter.from, filter.to);
    case 'HAS_ROW':
      return rowsWhere<object>(facts[filter.list], filter.where as never, at).length > 0;
    case 'IS_BLOCKED': {
      const consents = rowsWhere(facts.consents, filter.lifts, at);
      return rowsWhere(facts.blocks, filter.blocks, at).some((block) => !isLifted(block, consents));
    }
  }
}
