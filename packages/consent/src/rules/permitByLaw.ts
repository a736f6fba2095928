import { choicesAbout, type Question } from '../choices.js';
import { rowsWhere, type Where } from '../condition.js';
import { relationsOfActor, relationsOfOrganisation } from '../control.js';
import { permit, type Decision } from '../decision.js';
import type { AccessRequest, Block, CitizenFacts, Relation } from '../facts.js';
import { isWithin } from '../interval.js';
import { leastOf } from '../matching.js';
import { STATUTORY_BASES, type StatutoryBasis } from '../statutoryBases.js';

/** Rule 3: a statutory basis in force, within its closed lists, unless the law lets the citizen decline and they did. */
export function permitByLaw(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const { at } = request;
  const bases = basesFor(request).filter(
    ({ basis, relations, declines }) =>
      isWithin(at, basis.validFrom, basis.validTo) &&
      rowsWhere(facts.relations, relations, at).length > 0 &&
      (declines === null || rowsWhere(facts.blocks, declines, at).length === 0),
  );
  const code = leastOf(bases.map(({ basis }) => basis.code));
  return code === null ? null : permit('LAW', `LAW:${code}`);
}

/** What one statutory basis asks for, about one question. */
export interface LegalClaim {
  readonly basis: StatutoryBasis;
  /** It takes one of these. */
  readonly relations: Where<Relation>;
  /** And none of these; null where nobody can decline. */
  readonly declines: Where<Block> | null;
}

/** The bases whose closed lists hold the question, whether in force or not. */
export function basesFor(question: Question): readonly LegalClaim[] {
  const { actor, purpose, category } = question;
  return STATUTORY_BASES.filter(
    (basis) =>
      basis.roles.includes(actor.role) && basis.purposes.includes(purpose) && basis.categories.includes(category),
  ).map((basis) => ({
    basis,
    relations: [
      { test: 'IS_ONE_OF', field: 'kind', values: basis.relations },
      ...(basis.planKinds.length === 0
        ? []
        : [{ test: 'IS_ONE_OF', field: 'planKind', values: basis.planKinds } as const]),
      ...(basis.reach === 'ACTOR' ? relationsOfActor(actor) : relationsOfOrganisation(actor)),
    ],
    declines: basis.citizenMayDecline
      ? [{ test: 'IS', field: 'declines', value: basis.code }, ...choicesAbout(question)]
      : null,
  }));
}
