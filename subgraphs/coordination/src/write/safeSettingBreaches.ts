import type { SafeSetting } from '../model/safeSetting.js';
import { SafeSettingBreach } from '../model/safeSettingBreach.js';

/** Somebody to be invited, as far as the wishes speak of them. */
export interface Invited {
  readonly actorId: string | null;
  /** The citizen, or somebody whom the citizen brings along: they do not count. */
  readonly forTheCitizen: boolean;
}

/**
 * How an invitation goes beyond the citizen's wishes; empty when it keeps to them. The citizen and whom they
 * bring along do not count. Place, breaks and people described in words are for people to heed and refuse nothing.
 */
export function breachesOf(setting: SafeSetting | null, invited: readonly Invited[]): SafeSettingBreach[] {
  if (setting === null) return [];
  const others = invited.filter(({ forTheCitizen }) => !forTheCitizen);
  const actors = new Set(others.map(({ actorId }) => actorId));
  const breaches: SafeSettingBreach[] = [];
  if (setting.mostPeople !== null && others.length > setting.mostPeople)
    breaches.push(SafeSettingBreach.TOO_MANY_PEOPLE);
  if (setting.mustNotAttend.some(({ actorId }) => actorId !== null && actors.has(actorId)))
    breaches.push(SafeSettingBreach.UNWANTED_PERSON);
  if (setting.mustAttend.some(({ actorId }) => actorId !== null && !actors.has(actorId)))
    breaches.push(SafeSettingBreach.MISSING_PERSON);
  return breaches;
}
