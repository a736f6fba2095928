import { EMERGENCY_RULES, isEmergencyEligible, isWithinCap } from '@sammen/consent';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import { citizenErrors } from '../errors.js';
import type { OpenEmergencyAccessInput } from '../input/emergencyInput.js';
import { freeText } from './freeText.js';

/** What breaking the glass asks for, before anybody looks whether the citizen exists (INVARIANT I-3). */

const REASON = { least: 10, most: 1_000 };
const LONGEST_MINUTES = EMERGENCY_RULES.longestMs / 60_000;

/** The input after checking. */
export type Opening = OpenEmergencyAccessInput;

/**
 * The opening, its reason without blanks around it.
 * @throws NOT_ALLOWED, EMERGENCY_NOT_ELIGIBLE, INVALID_ID, INVALID_INPUT; the cap yields to no emergency (INVARIANT I-5)
 */
export function checkedOpening(
  input: OpenEmergencyAccessInput,
  { actor, purpose }: Pick<SubgraphContext, 'actor' | 'purpose'>,
): Opening {
  const { categories, minutes } = input;
  if (!EMERGENCY_RULES.roles.includes(actor.role)) throw kitError('NOT_ALLOWED');
  if (!isEmergencyEligible(actor.role, purpose)) throw citizenErrors('EMERGENCY_NOT_ELIGIBLE', { field: 'purpose' });
  const citizenId = assertId(input.citizenId, 'input.citizenId');
  const reason = freeText(input.reason, REASON, 'input.reason');
  if (categories.length === 0 || new Set(categories).size < categories.length)
    throw kitError('INVALID_INPUT', { field: 'input.categories', message: 'Name at least one category, each once.' });
  if (!categories.every((category) => isWithinCap(actor.role, purpose, category)))
    throw citizenErrors('EMERGENCY_NOT_ELIGIBLE', { field: 'input.categories' });
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_MINUTES)
    throw kitError('INVALID_INPUT', {
      field: 'input.minutes',
      message: `An emergency access lasts 1 to ${LONGEST_MINUTES} minutes.`,
    });
  return { ...input, citizenId, reason };
}
