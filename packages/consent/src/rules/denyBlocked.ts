import { choicesAbout } from '../choices.js';
import { rowsWhere } from '../condition.js';
import { deny, type Decision } from '../decision.js';
import type { AccessRequest, Block, CitizenFacts, Consent } from '../facts.js';

/** Rule 5: an active block that no active consent lifts. */
export function denyBlocked(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const about = choicesAbout(request);
  const blocks = rowsWhere(facts.blocks, about, request.at);
  const consents = rowsWhere(facts.consents, about, request.at);
  return blocks.every((block) => isLifted(block, consents)) ? null : deny('BLOCKED');
}

/**
 * A consent lifts where it itself speaks: one about a mentor does not bring back an older one about diagnoses. And it
 * lifts what it could know: not a block recorded after it.
 */
export function isLifted(block: Block, consents: readonly Consent[]): boolean {
  return consents.some((consent) => consent.lifts.includes(block.id) && consent.recordedAt >= block.recordedAt);
}
