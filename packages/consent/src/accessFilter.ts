import type { DataCategory } from './category.js';
import { isWithinCap } from './caps.js';
import { choicesAbout, type Question } from './choices.js';
import type { Where } from './condition.js';
import type { Block, CitizenFacts, Consent, Instant } from './facts.js';
import { basesFor } from './rules/permitByLaw.js';
import { openingsFor } from './rules/permitEmergency.js';
import { ownRelations } from './rules/permitOwn.js';
import { mandatesFor } from './rules/permitSelf.js';
import type { Actor } from './actor.js';
import type { Purpose } from './purpose.js';
import { isWellFormedRequest } from './wellFormed.js';

/** Lists of a citizen's facts that a rule looks for rows in. */
export type FactList = 'consents' | 'blocks' | 'relations' | 'representatives' | 'emergencyAccesses';

/**
 * Which citizens of a list a rule lets through, as data: whoever holds the facts in tables compiles it into the
 * condition of a statement. It is {@link decide} without the citizen and the moment, made of the same tables and the
 * same conditions, for facts that are well-formed.
 */
export type Filter =
  /** None of no filters; so `{ op: 'ANY', of: [] }` lets nobody through. */
  | { readonly op: 'ANY'; readonly of: readonly Filter[] }
  | { readonly op: 'ALL'; readonly of: readonly Filter[] }
  | { readonly op: 'NOT'; readonly filter: Filter }
  | { readonly op: 'CITIZEN'; readonly citizenId: string | null }
  /** The moment lies in [from, to). */
  | { readonly op: 'DURING'; readonly from: Instant; readonly to: Instant | null }
  /** The citizen has a row in the list that meets all of the conditions. */
  | { readonly op: 'HAS_ROW'; readonly list: FactList; readonly where: Where }
  /** The citizen has such a block, and no such consent that names it in `lifts` and was recorded no earlier. */
  | { readonly op: 'IS_BLOCKED'; readonly blocks: Where<Block>; readonly lifts: Where<Consent> };

const NOBODY: Filter = { op: 'ANY', of: [] };

/** Lets through the citizens of whom the actor may see at least one of the categories; nobody for what is not known. */
export function accessFilter(actor: Actor, purpose: Purpose, categories: readonly DataCategory[]): Filter {
  return { op: 'ANY', of: categories.map((category) => filterFor({ actor, purpose, category })) };
}

function filterFor(question: Question): Filter {
  const { actor, purpose, category } = question;
  if (!isWellFormedRequest({ ...question, citizenId: 'any', at: 0 })) return NOBODY; // Rule 0
  if (!isWithinCap(actor.role, purpose, category)) return NOBODY; // Rule 1
  if (actor.role === 'CITIZEN') return { op: 'CITIZEN', citizenId: actor.citizenId }; // Rule 2
  const about = choicesAbout(question);
  return {
    op: 'ANY',
    of: [
      ...(actor.role === 'GUARDIAN' ? [rows('representatives', mandatesFor(actor.id, category))] : []), // Rule 2
      ...basesFor(question).map((claim): Filter => ({
        op: 'ALL', // Rule 3
        of: [
          { op: 'DURING', from: claim.basis.validFrom, to: claim.basis.validTo },
          rows('relations', claim.relations),
          not(rows('blocks', claim.declines)),
        ],
      })),
      rows('emergencyAccesses', openingsFor(question)), // Rule 4
      {
        op: 'ALL',
        of: [
          { op: 'ANY', of: [rows('relations', ownRelations(question)), rows('consents', about)] }, // Rules 6 and 7
          not({ op: 'IS_BLOCKED', blocks: about, lifts: about }), // Rule 5
        ],
      },
    ],
  };
}

function rows<L extends FactList>(list: L, where: Where<CitizenFacts[L][number]> | null): Filter {
  return where === null ? NOBODY : { op: 'HAS_ROW', list, where: where as Where };
}

function not(filter: Filter): Filter {
  return { op: 'NOT', filter };
}
