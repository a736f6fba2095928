import type { Actor } from './actor.js';
import { isWithinCap } from './caps.js';
import type { DataCategory } from './category.js';
import { rowsWhere, type Where } from './condition.js';
import { evidenceFor, isController, relationsOfActor } from './control.js';
import { deny, permit, type Decision } from './decision.js';
import { RELATION_KINDS, type CitizenFacts, type Facts, type Instant, type Relation } from './facts.js';
import { leastOf } from './matching.js';
import type { Purpose } from './purpose.js';
import { permitSelf } from './rules/permitSelf.js';
import { refuseInvalid } from './rules/refuseInvalid.js';
import { areWellFormedFacts } from './wellFormed.js';
import { ENTRUSTED_WRITES, RELATION_MAKING_WRITES, WRITE_RIGHTS } from './writeRights.js';

/**
 * May this actor write data of this category about the citizen whose facts these are? The role may write it, the own
 * organisation controls it, and there is a relation or the write makes one; or a relation charges the role with it. A
 * write needs no consent and heeds no block; what it returns is guarded like any read. Pure and total like {@link decide}.
 */
export function mayWrite(actor: Actor, purpose: Purpose, category: DataCategory, facts: Facts, at: Instant): Decision {
  try {
    const citizenId = typeof facts === 'string' ? facts : facts.citizenId;
    const request = { actor, purpose, citizenId, category, at };
    return (
      refuseInvalid(request, facts, () => areWellFormedFacts(facts)) ??
      refuseUnentitled(actor, purpose, category) ??
      permitSelf(request, facts as CitizenFacts) ??
      permitController(actor, category, facts as CitizenFacts, at) ??
      permitEntrusted(actor, category, facts as CitizenFacts, at) ??
      deny('NO_BASIS')
    );
  } catch {
    return deny('UNAVAILABLE');
  }
}

/** INVARIANT I-5: a write stays within the cap of its purpose, too. */
function refuseUnentitled(actor: Actor, purpose: Purpose, category: DataCategory): Decision | null {
  const entitled = WRITE_RIGHTS[actor.role].includes(category) && isWithinCap(actor.role, purpose, category);
  return entitled ? null : deny('OUT_OF_SCOPE');
}

function permitController(actor: Actor, category: DataCategory, facts: CitizenFacts, at: Instant): Decision | null {
  if (!isController(actor, category)) return null;
  const known = leastRelation(facts, [evidenceFor(actor, category)], at);
  const relation = known ?? newRelation(actor, category, facts, at);
  return relation === null ? null : permit('OWN', `OWN:${relation}`);
}

/** A relation with this very person, or with their unit where the duty is the unit's, lets them write to others' data. */
function permitEntrusted(actor: Actor, category: DataCategory, facts: CitizenFacts, at: Instant): Decision | null {
  const entrusted = ENTRUSTED_WRITES[actor.role] ?? {};
  const kinds = RELATION_KINDS.filter((kind) => entrusted[kind]?.includes(category));
  const charging = kinds.map((kind): Where<Relation> => {
    const ofKind: Where<Relation> = [{ test: 'IS', field: 'kind', value: kind }, ...relationsOfActor(actor)];
    return kind === 'TREATING_UNIT' ? ofKind : [...ofKind, { test: 'IS', field: 'actorId', value: actor.id }];
  });
  const id = leastRelation(facts, charging, at);
  return id === null ? null : permit('OWN', `OWN:${id}`);
}

function newRelation(actor: Actor, category: DataCategory, facts: CitizenFacts, at: Instant): string | null {
  if (!RELATION_MAKING_WRITES[actor.role]?.includes(category)) return null;
  if (actor.organisationKind !== 'MUNICIPALITY') return 'NEW_RELATION';
  const residence: Where<Relation> = [{ test: 'IS', field: 'kind', value: 'RESIDENT_MUNICIPALITY' }];
  return leastRelation(facts, [[...residence, ...relationsOfActor(actor)]], at);
}

function leastRelation(facts: CitizenFacts, anyOf: readonly Where<Relation>[], at: Instant): string | null {
  return leastOf(anyOf.flatMap((where) => rowsWhere(facts.relations, where, at)).map((relation) => relation.id));
}
