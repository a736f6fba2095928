import type { DataCategory } from './category.js';
import { deny, type Decision } from './decision.js';
import type { AccessRequest, CitizenFacts, Facts } from './facts.js';
import { denyBlocked } from './rules/denyBlocked.js';
import { permitByConsent } from './rules/permitByConsent.js';
import { permitByLaw } from './rules/permitByLaw.js';
import { permitEmergency } from './rules/permitEmergency.js';
import { permitOwn } from './rules/permitOwn.js';
import { permitSelf } from './rules/permitSelf.js';
import { refuseInvalid } from './rules/refuseInvalid.js';
import { refuseOutOfScope } from './rules/refuseOutOfScope.js';
import { areWellFormedFacts } from './wellFormed.js';

/** Names this table of rules, caps and laws; stored with each fact and ledger event. Changes whenever a decision can. */
export const POLICY_VERSION = '2';

/**
 * May this actor, for this purpose, see this category of this citizen now? The first rule that fires wins.
 * Pure and total: same input, same answer; no clock; never throws, whatever it is given.
 */
export function decide(request: AccessRequest, facts: Facts): Decision {
  return judge(request, facts, () => areWellFormedFacts(facts));
}

/** {@link decide} for each of several categories, in their order. What they share is looked at once: whether the facts are whole. */
export function decideEach(
  asked: Omit<AccessRequest, 'category'>,
  categories: Iterable<DataCategory>,
  facts: Facts,
): Decision[] {
  let areWhole: boolean | undefined;
  const look = (): boolean => (areWhole ??= areWellFormedFacts(facts));
  const { actor, purpose, citizenId, at } = asked;
  // Written out: spread first and added to, every one of them would be an object of a shape of its own to V8.
  return Array.from(categories, (category) => judge({ actor, purpose, citizenId, category, at }, facts, look));
}

function judge(request: AccessRequest, facts: Facts, areWhole: () => boolean): Decision {
  try {
    return (
      /* 0 */ refuseInvalid(request, facts, areWhole) ??
      /* 1 */ refuseOutOfScope(request) ??
      /* 2 */ permitSelf(request, facts as CitizenFacts) ??
      /* 3 */ permitByLaw(request, facts as CitizenFacts) ??
      /* 4 */ permitEmergency(request, facts as CitizenFacts) ??
      /* 5 */ denyBlocked(request, facts as CitizenFacts) ??
      /* 6 */ permitOwn(request, facts as CitizenFacts) ??
      /* 7 */ permitByConsent(request, facts as CitizenFacts) ??
      /* 8 */ deny('NO_BASIS')
    );
  } catch {
    return deny('UNAVAILABLE'); // Only an object that throws when it is read gets here. INVARIANT I-4
  }
}
