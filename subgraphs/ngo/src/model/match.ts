import { today } from '@sammen/subgraph-kit';
import { registerEnumType } from 'type-graphql';

/** What mentorships and volunteer agreements have in common: two people, an aim, a beginning and an end. */
export interface Match {
  readonly citizenId: string;
  readonly id: string;
  readonly organisationId: string;
  readonly startedOn: string;
  plannedEndOn: string | null;
  endedOn: string | null;
  endReason: MatchEndReason | null;
  version: number;
}

/** How often two people meet. */
export enum ContactFrequency {
  WEEKLY = 'WEEKLY',
  FORTNIGHTLY = 'FORTNIGHTLY',
  MONTHLY = 'MONTHLY',
}
registerEnumType(ContactFrequency, {
  name: 'ContactFrequency',
  description: 'How often two people mean to meet (hyppighed).',
  valuesConfig: {
    WEEKLY: { description: 'Every week (ugentligt).' },
    FORTNIGHTLY: { description: 'Every other week (hver anden uge).' },
    MONTHLY: { description: 'Every month (månedligt).' },
  },
});

/** Why a match ended before its time. */
export enum MatchEndReason {
  CITIZEN_WISHED = 'CITIZEN_WISHED',
  GOALS_REACHED = 'GOALS_REACHED',
  MENTOR_LEFT = 'MENTOR_LEFT',
  NO_CONTACT = 'NO_CONTACT',
  ADMISSION = 'ADMISSION',
  MOVED = 'MOVED',
  DECEASED = 'DECEASED',
  OTHER = 'OTHER',
}
registerEnumType(MatchEndReason, {
  name: 'MatchEndReason',
  description: 'Why a match ended before its planned end (årsag til afslutning).',
  valuesConfig: {
    CITIZEN_WISHED: { description: 'The citizen wished it (borgerens ønske).' },
    GOALS_REACHED: { description: 'What they set out to do was reached early (målet er nået).' },
    MENTOR_LEFT: { description: 'The mentor or volunteer stopped (mentor eller frivillig stoppede).' },
    NO_CONTACT: { description: 'They lost contact (kontakten gik tabt).' },
    ADMISSION: { description: 'The citizen was admitted to hospital (indlæggelse).' },
    MOVED: { description: 'The citizen moved away (fraflytning).' },
    DECEASED: { description: 'The citizen died (dødsfald).' },
    OTHER: { description: 'Anything else (andet).' },
  },
});

/** Where a match stands. */
export enum MatchStatus {
  ACTIVE = 'ACTIVE',
  LAPSED = 'LAPSED',
  COMPLETED = 'COMPLETED',
  ENDED_EARLY = 'ENDED_EARLY',
}
registerEnumType(MatchStatus, {
  name: 'MatchStatus',
  description: 'Where a match stands.',
  valuesConfig: {
    ACTIVE: { description: 'It goes on (aktiv).' },
    LAPSED: { description: 'Its planned end has passed and nobody extended or ended it (udløbet).' },
    COMPLETED: { description: 'It lasted as long as planned (gennemført).' },
    ENDED_EARLY: { description: 'It ended before its planned end (afsluttet før tid).' },
  },
});

/** Whether a match ended before its planned end; one without a planned end did when it has a reason. */
export function endedEarly({ plannedEndOn, endedOn, endReason }: Match): boolean {
  if (endedOn === null) return false;
  return plannedEndOn === null ? endReason !== null : endedOn < plannedEndOn;
}

/** Where a match stands today. */
export function statusOf(match: Match): MatchStatus {
  if (match.endedOn !== null) return endedEarly(match) ? MatchStatus.ENDED_EARLY : MatchStatus.COMPLETED;
  const isLapsed = match.plannedEndOn !== null && match.plannedEndOn < today();
  return isLapsed ? MatchStatus.LAPSED : MatchStatus.ACTIVE;
}
