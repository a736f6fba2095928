import { isOfActor, isOfOrganisation } from '../control.js';
import { permit, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts } from '../facts.js';
import { isWithin } from '../interval.js';
import { appliesTo, leastOf } from '../matching.js';
import { STATUTORY_BASES, type StatutoryBasis } from '../statutoryBases.js';

/** Rule 3: a statutory basis in force, within its closed lists, unless the law lets the citizen decline and they did. */
export function permitByLaw(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const bases = STATUTORY_BASES.filter(
    (basis) => covers(basis, request) && hasRelation(basis, request, facts) && !isDeclined(basis, request, facts),
  );
  const code = leastOf(bases.map((basis) => basis.code));
  return code === null ? null : permit('LAW', `LAW:${code}`);
}

function covers(basis: StatutoryBasis, { actor, purpose, category, at }: AccessRequest): boolean {
  return (
    isWithin(at, basis.validFrom, basis.validTo) &&
    basis.roles.includes(actor.role) &&
    basis.purposes.includes(purpose) &&
    basis.categories.includes(category)
  );
}

function hasRelation(basis: StatutoryBasis, { actor, at }: AccessRequest, facts: CitizenFacts): boolean {
  const reaches = basis.reach === 'ACTOR' ? isOfActor : isOfOrganisation;
  return facts.relations.some(
    (relation) =>
      basis.relations.includes(relation.kind) &&
      (basis.planKinds.length === 0 || basis.planKinds.some((kind) => kind === relation.planKind)) &&
      reaches(relation, actor, at),
  );
}

function isDeclined(basis: StatutoryBasis, request: AccessRequest, facts: CitizenFacts): boolean {
  return (
    basis.citizenMayDecline && facts.blocks.some((block) => block.declines === basis.code && appliesTo(block, request))
  );
}
