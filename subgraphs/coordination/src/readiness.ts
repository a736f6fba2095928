import type { CareSector } from './model/careSector.js';
import type { Meeting } from './model/meeting.js';
import { InvitationAnswer, MeetingRole, type MeetingParticipant } from './model/meetingParticipant.js';
import { MeetingReadiness } from './model/meetingReadiness.js';
import type { SafeSetting } from './model/safeSetting.js';
import { breachesOf } from './write/safeSettingBreaches.js';

/** Who of those invited is expected to come. */
export function comingOf(participants: readonly MeetingParticipant[]): MeetingParticipant[] {
  return participants.filter(({ answer }) => answer !== InvitationAnswer.DECLINED);
}

/** How many people will be there beside the citizen and whom they bring along (domain.md A32). */
export function headCountOf(participants: readonly MeetingParticipant[]): number {
  return comingOf(participants).filter((each) => !isForTheCitizen(each)).length;
}

/**
 * Whether a meeting is ready: everybody who comes to contribute has confirmed their role (domain.md C05). Mandates that
 * are missing (C08) and newcomers who have not acknowledged the purpose (C12) are flagged beside it.
 */
export function readinessOf(
  meeting: Meeting,
  participants: readonly MeetingParticipant[],
  setting: SafeSetting | null,
): MeetingReadiness {
  const coming = comingOf(participants).filter((each) => !isForTheCitizen(each));
  const unconfirmed = coming.filter(({ roleConfirmed }) => !roleConfirmed);
  const newcomers = coming.filter(({ newcomer, purposeAcknowledged }) => newcomer && !purposeAcknowledged);
  const deciding = new Set(coming.filter(({ mandate }) => mandate.length > 0).map(({ sector }) => sector));
  const missingMandates = meeting.decidingSectors.filter((sector: CareSector) => !deciding.has(sector));
  const invited = comingOf(participants).map((each) => ({
    actorId: each.actorId,
    forTheCitizen: isForTheCitizen(each),
  }));
  const beyondWishes = meeting.citizenYes === null ? breachesOf(setting, invited) : [];
  const ready = unconfirmed.length === 0;
  return Object.assign(new MeetingReadiness(), { ready, unconfirmed, newcomers, missingMandates, beyondWishes });
}

/** The citizen and whom they bring along: nobody asks them to confirm a role, and they do not count as a crowd. */
export function isForTheCitizen({ meetingRole }: Pick<MeetingParticipant, 'meetingRole'>): boolean {
  return meetingRole === MeetingRole.CITIZEN || meetingRole === MeetingRole.SUPPORT_PERSON;
}
