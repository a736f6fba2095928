import type { Actor } from './actor.js';
import { isWithinCap } from './caps.js';
import type { DataCategory } from './category.js';
import { evidenceFor, isController, isOfActor } from './control.js';
import { deny, permit, type Decision } from './decision.js';
import type { CitizenFacts, Facts, Instant } from './facts.js';
import { leastOf } from './matching.js';
import type { Purpose } from './purpose.js';
import { permitSelf } from './rules/permitSelf.js';
import { refuseInvalid } from './rules/refuseInvalid.js';
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
      refuseInvalid(request, facts) ??
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
  const relation = evidenceFor(actor, category, facts, at) ?? newRelation(actor, category, facts, at);
  return relation === null ? null : permit('OWN', `OWN:${relation}`);
}

/** A relation with this very person, or with their unit where the duty is the unit's, lets them write to others' data. */
function permitEntrusted(actor: Actor, category: DataCategory, facts: CitizenFacts, at: Instant): Decision | null {
  const entrusted = ENTRUSTED_WRITES[actor.role] ?? {};
  const charging = facts.relations.filter(
    (relation) =>
      entrusted[relation.kind]?.includes(category) &&
      isOfActor(relation, actor, at) &&
      (relation.actorId !== null || relation.kind === 'TREATING_UNIT'),
  );
  const id = leastOf(charging.map((relation) => relation.id));
  return id === null ? null : permit('OWN', `OWN:${id}`);
}

function newRelation(actor: Actor, category: DataCategory, facts: CitizenFacts, at: Instant): string | null {
  if (!RELATION_MAKING_WRITES[actor.role]?.includes(category)) return null;
  if (actor.organisationKind !== 'MUNICIPALITY') return 'NEW_RELATION';
  const residence = facts.relations.filter(
    (relation) => relation.kind === 'RESIDENT_MUNICIPALITY' && isOfActor(relation, actor, at),
  );
  return leastOf(residence.map((relation) => relation.id));
}
