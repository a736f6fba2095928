import { deny, type Decision } from '../decision.js';
import type { AccessRequest, Block, CitizenFacts } from '../facts.js';
import { appliesTo } from '../matching.js';

/**
 * Rule 5: an active block that no active consent lifts. A consent lifts where it itself speaks: one about a mentor does
 * not bring back an older one about diagnoses. And it lifts what it could know: not a block recorded after it.
 */
export function denyBlocked(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const isLifted = (block: Block): boolean =>
    facts.consents.some(
      (consent) =>
        consent.lifts.includes(block.id) && consent.recordedAt >= block.recordedAt && appliesTo(consent, request),
    );
  return facts.blocks.some((block) => appliesTo(block, request) && !isLifted(block)) ? deny('BLOCKED') : null;
}
