import type { Actor } from './actor.js';
import { SECTOR_OF_CATEGORY, type DataCategory } from './category.js';
import type { Where } from './condition.js';
import type { Choice, Instant } from './facts.js';
import type { Purpose } from './purpose.js';

/** One question without its citizen and its moment: what a rule can be written down from. */
export interface Question {
  readonly actor: Actor;
  readonly purpose: Purpose;
  readonly category: DataCategory;
}

/**
 * Consents or blocks that count now and speak about exactly this question: recipient × category × purpose × source ×
 * time, every axis must match. Time is both when it is valid and when it was known: recorded, and not yet withdrawn.
 */
export function choicesAbout({ actor, purpose, category }: Question): Where<Choice & { validTo: Instant | null }> {
  return [
    { test: 'HAS', field: 'categories', value: category },
    { test: 'HAS', field: 'purposes', value: purpose },
    { test: 'IS_EMPTY_OR_HAS', field: 'sources', value: SECTOR_OF_CATEGORY[category] },
    { test: 'HOLDS', from: 'validFrom', to: 'validTo' },
    { test: 'HOLDS', from: 'recordedAt', to: 'withdrawnAt' },
    { test: 'MEANS', field: 'recipients', actor },
  ];
}
