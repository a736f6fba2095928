import { rowsWhere, type Where } from '../condition.js';
import type { Question } from '../choices.js';
import { evidenceFor, isController } from '../control.js';
import { permit, type Decision } from '../decision.js';
import type { AccessRequest, CitizenFacts, Relation } from '../facts.js';
import { leastOf } from '../matching.js';

/** Rule 6: the actor's own organisation controls the data, and there is evidence of a relation. */
export function permitOwn(request: AccessRequest, facts: CitizenFacts): Decision | null {
  const relations = ownRelations(request);
  const evidence = relations === null ? [] : rowsWhere(facts.relations, relations, request.at);
  const id = leastOf(evidence.map((relation) => relation.id));
  return id === null ? null : permit('OWN', `OWN:${id}`);
}

/** The relations that let the actor use the own organisation's data; null where it is not theirs. */
export function ownRelations({ actor, category }: Pick<Question, 'actor' | 'category'>): Where<Relation> | null {
  return isController(actor, category) ? evidenceFor(actor, category) : null;
}
