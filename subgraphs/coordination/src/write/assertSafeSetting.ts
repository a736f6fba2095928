import type { EntityManager } from 'typeorm';
import { coordinationError } from '../errors.js';
import type { MeetingRole } from '../model/meetingParticipant.js';
import { SafeSetting } from '../model/safeSetting.js';
import { isForTheCitizen } from '../readiness.js';
import { breachesOf } from './safeSettingBreaches.js';

/**
 * Holds everybody who will be at a meeting against the citizen's wishes. Gives the citizen's yes where it was needed,
 * else null. @throws SAFE_SETTING_EXCEEDED naming the kinds of wish, when it goes beyond them without a yes
 */
export async function assertSafeSetting(
  manager: EntityManager,
  citizenId: string,
  all: readonly { readonly actorId: string | null; readonly meetingRole: MeetingRole }[],
  citizenYes: string | null,
): Promise<string | null> {
  const setting = await manager.findOneBy(SafeSetting, { citizenId });
  const invited = all.map((each) => ({ actorId: each.actorId, forTheCitizen: isForTheCitizen(each) }));
  const breaches = breachesOf(setting, invited);
  if (breaches.length === 0) return null;
  if (citizenYes !== null) return citizenYes;
  throw coordinationError('SAFE_SETTING_EXCEEDED', {
    field: 'input.participants',
    message: `The invitation goes beyond what the citizen wishes for a safe setting: ${breaches.join(', ')}.`,
  });
}
