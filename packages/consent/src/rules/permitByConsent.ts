import { permit, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts } from '../facts.js';
import { appliesTo, leastOf } from '../matching.js';

/** Rule 7: an active consent that matches recipient × category × purpose × source × time. */
export function permitByConsent(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const given = facts.consents.filter((consent) => appliesTo(consent, request));
  const name = leastOf(given.map((consent) => `${consent.id}@${consent.version}`));
  return name === null ? null : permit('CONSENT', `CONSENT:${name}`);
}
