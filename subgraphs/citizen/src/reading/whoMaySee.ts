/**
 * Who may see what of a citizen. There is no second policy here: `decide` is asked about recipients as it is asked when
 * one of them looks, so what the citizen reads is what happens. Nothing is opened by it, and nothing of it is logged.
 */
import {
  type Actor,
  type CitizenFacts,
  DATA_CATEGORIES,
  type DataCategory,
  type Decision,
  type Instant,
  type Purpose,
  decide,
  decideEach,
  isWithinCap,
  purposesOf,
} from '@sammen/consent';
import { organisationOf } from '@sammen/subgraph-kit';
import { AccessGround, type GroundKind, RecipientAccess, RecipientCategory } from '../model/recipientAccess.js';
import type { RecipientAround } from './recipientsAround.js';

/** What a recipient may see of each kind of data, and why. @throws when the facts cannot be decided on */
export function whatTheyMaySee(recipient: RecipientAround, facts: CitizenFacts, at: Instant): RecipientAccess {
  const { role, organisationId, related } = recipient;
  const grounds = new Map<DataCategory, AccessGround[]>(DATA_CATEGORIES.map((category) => [category, []]));
  for (const purpose of purposesOf(role))
    for (const [category, ground] of groundsFor(recipient, purpose, facts, at)) grounds.get(category)!.push(ground);
  return Object.assign(new RecipientAccess(), {
    role,
    related,
    organisation: organisationOf(organisationId),
    data: [...grounds].map(([category, of]) => Object.assign(new RecipientCategory(), { category, grounds: of })),
  });
}

/** For one purpose: what is decided for anybody of the role, and for each of those whom facts name. */
function groundsFor(
  { role, anybody, named }: RecipientAround,
  purpose: Purpose,
  facts: CitizenFacts,
  at: Instant,
): [DataCategory, AccessGround][] {
  const { citizenId } = facts;
  const categories = DATA_CATEGORIES.filter((category) => isWithinCap(role, purpose, category));
  const decided = [anybody, ...named].map((actor) => ({
    actor,
    decisions: decideEach({ actor, purpose, citizenId, at }, categories, facts),
  }));
  return categories.flatMap((category, place) => {
    const grounds = decided.map(({ actor, decisions }) =>
      groundOf({ actor, purpose, category, decision: decisions[place]!, at }, facts),
    );
    const distinct = new Map(grounds.map((ground) => [nameOf(ground), ground]));
    if (distinct.size > 1) distinct.delete(NO_BASIS); // Whoever is left over: that the others may is what there is to say.
    return [...distinct].map(([name, ground]): [DataCategory, AccessGround] => [
      category,
      Object.assign(ground, { everybody: name === nameOf(grounds[0]!) }),
    ]);
  });
}

interface Decided {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly category: DataCategory;
  readonly decision: Decision;
  readonly at: Instant;
}

const NO_BASIS = 'NO_BASIS';

const nameOf = ({ kind, law, choiceIds }: AccessGround): string => [kind, law ?? '', ...choiceIds].join(' ').trim();

function groundOf(decided: Decided, facts: CitizenFacts): AccessGround {
  const { purpose, decision } = decided;
  const [, named = ''] = /^(?:LAW|CONSENT):([^@]+)/.exec(decision.basis ?? '') ?? [];
  const kind = decision.reason;
  if (!isGround(kind)) throw new Error(`A recipient’s access cannot rest on ${kind}.`);
  const choiceIds = kind === 'CONSENT' ? [named] : kind === 'BLOCKED' ? blocksAgainst(decided, facts) : [];
  return Object.assign(new AccessGround(), { purpose, kind, law: kind === 'LAW' ? named : null, choiceIds });
}

/** The blocks of which each would do by itself. */
function blocksAgainst({ actor, purpose, category, at }: Decided, facts: CitizenFacts): string[] {
  const request = { actor, purpose, category, at, citizenId: facts.citizenId };
  return facts.blocks
    .filter((block) => decide(request, { ...facts, blocks: [block] }).reason === 'BLOCKED')
    .map(({ id }) => id);
}

function isGround(reason: string): reason is GroundKind {
  return ['LAW', 'EMERGENCY', 'OWN', 'CONSENT', 'BLOCKED', 'NO_BASIS'].includes(reason);
}
