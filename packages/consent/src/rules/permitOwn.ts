import { evidenceFor, isController } from '../control.js';
import { permit, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts } from '../facts.js';

/** Rule 6: the actor's own organisation controls the data, and there is evidence of a relation. */
export function permitOwn({ actor, category, at }: AccessRequest, facts: CitizenFacts): Decision | null {
  const id = isController(actor, category) ? evidenceFor(actor, category, facts, at) : null;
  return id === null ? null : permit('OWN', `OWN:${id}`);
}
