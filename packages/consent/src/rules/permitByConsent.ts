import { choicesAbout } from '../choices.js';
import { rowsWhere } from '../condition.js';
import { permit, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts } from '../facts.js';
import { leastOf } from '../matching.js';

/** Rule 7: an active consent that matches recipient × category × purpose × source × time. */
export function permitByConsent(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const given = rowsWhere(facts.consents, choicesAbout(request), request.at);
  const name = leastOf(given.map((consent) => `${consent.id}@${consent.version}`));
  return name === null ? null : permit('CONSENT', `CONSENT:${name}`);
}
