/** What professionals and citizens write into the sectors' data. */
import {
  type ChangeKind,
  citizenOf,
  day,
  type Ground,
  inDays,
  note,
  oneOf,
  rowOf,
  rowsOf,
  self,
} from './changeKind.js';
import type { Stored } from './truth.js';

function openPlan(ground: Ground): Stored | undefined {
  const open = rowsOf(ground, 'plans').filter(({ status }) => status !== 'CLOSED');
  return open.length === 0 ? undefined : ground.random.pick(open);
}

/** Changes of records. */
export const SECTOR_CHANGES: readonly ChangeKind[] = [
  {
    mutation: 'contribute',
    returns: 'MapItem',
    groups: ['plans', 'coordination'],
    weight: 2,
    draw: (ground) => {
      const plan = openPlan(ground);
      const actor = ground.random.chance(0.5) ? self(ground) : oneOf(ground, ['KEY_MANAGER', 'SOCIAL_WORKER']);
      const purpose = actor.role === 'CITIZEN' ? 'SELF_ACCESS' : 'CARE_COORDINATION';
      const kind = ground.random.pick(['CHALLENGE', 'OPPORTUNITY']);
      const text = note(ground, 'PLAN');
      return (
        plan && {
          actor,
          purpose,
          input: { citizenId: ground.citizenId, planId: plan['id'], kind, domain: 'HOUSING', text },
        }
      );
    },
  },
  {
    mutation: 'setGoal',
    returns: 'PlanGoal',
    groups: ['plans', 'coordination'],
    weight: 2,
    draw: (ground) => {
      const plan = openPlan(ground);
      const text = note(ground, 'PLAN');
      return (
        plan && {
          actor: self(ground),
          purpose: 'SELF_ACCESS',
          input: { citizenId: ground.citizenId, planId: plan['id'], version: plan['version'], text },
        }
      );
    },
  },
  {
    mutation: 'setSafeSetting',
    returns: 'SafeSetting',
    groups: ['coordination'],
    weight: 1,
    draw: (ground) => ({
      ...(ground.random.chance(0.5)
        ? { actor: self(ground), purpose: 'SELF_ACCESS' }
        : { actor: oneOf(ground, ['KEY_MANAGER']), purpose: 'CARE_COORDINATION' }),
      input: { citizenId: ground.citizenId, place: note(ground, 'MEETING'), note: note(ground, 'MEETING') },
    }),
  },
  {
    mutation: 'logContact',
    returns: 'CareContact',
    groups: ['plans', 'coordination'],
    weight: 2,
    draw: (ground) => {
      const reference = citizenOf(ground)['coordinationCase'];
      return reference === null
        ? undefined
        : {
            actor: oneOf(ground, ['KEY_MANAGER', 'SOCIAL_WORKER']),
            purpose: 'CARE_COORDINATION',
            input: {
              citizenId: ground.citizenId,
              caseId: rowOf(ground, reference)['id'],
              channel: 'PHONE',
              note: note(ground, 'CARE_TEAM'),
            },
          };
    },
  },
  {
    mutation: 'recordRecovery',
    returns: 'RecoveryMeasurement',
    groups: ['coordination'],
    weight: 1,
    draw: (ground) => {
      const reference = citizenOf(ground)['coordinationCase'];
      const inPerson = ground.random.chance(0.5);
      const answer = () => (ground.random.chance(0.2) ? null : ground.random.below(11));
      return reference === null
        ? undefined
        : {
            actor: inPerson ? self(ground) : oneOf(ground, ['KEY_MANAGER', 'SOCIAL_WORKER']),
            purpose: inPerson ? 'SELF_ACCESS' : 'CARE_COORDINATION',
            input: {
              citizenId: ground.citizenId,
              caseId: rowOf(ground, reference)['id'],
              answeredBy: 'CITIZEN',
              hope: ground.random.below(11),
              wellbeing: answer(),
              inclusion: answer(),
              citizenship: answer(),
              empowerment: answer(),
              meaningfulLife: answer(),
            },
          };
    },
  },
  {
    mutation: 'recordAssessment',
    returns: 'Assessment',
    groups: ['psychiatry', 'municipality'],
    weight: 1,
    draw: (ground) => {
      const versions = (citizenOf(ground)['assessments'] as any[]).map((each) => rowOf(ground, each)['version']);
      const domains = [{ domain: 'HOUSING', level: 2, note: note(ground, 'ASSESSMENT') }];
      return {
        actor: oneOf(ground, ['PSYCHIATRIST', 'WARD_NURSE']),
        purpose: 'TREATMENT',
        input: {
          citizenId: ground.citizenId,
          basedOnVersion: Math.max(0, ...versions),
          assessedOn: day(0),
          summary: note(ground, 'ASSESSMENT'),
          domains,
        },
      };
    },
  },
  {
    mutation: 'grantFinancialSupport',
    returns: 'FinancialSupport',
    groups: ['municipality'],
    weight: 1,
    draw: (ground) => ({
      actor: oneOf(ground, ['SOCIAL_WORKER']),
      purpose: 'SOCIAL_CASEWORK',
      input: {
        citizenId: ground.citizenId,
        kind: 'ADDITIONAL_EXPENSES',
        frequency: 'MONTHLY',
        amountOere: 100_000 + ground.random.below(90_000),
        purpose: note(ground, 'FINANCIAL_SUPPORT'),
        validFrom: day(0),
      },
    }),
  },
  {
    mutation: 'grantSocialService',
    returns: 'SocialService',
    groups: ['municipality'],
    weight: 1,
    draw: (ground) => ({
      actor: oneOf(ground, ['SOCIAL_WORKER']),
      purpose: 'SOCIAL_CASEWORK',
      input: {
        citizenId: ground.citizenId,
        act: 'SEL',
        paragraph: '85',
        provider: note(ground, 'SOCIAL_SERVICE'),
        validFrom: day(0),
        hoursPerWeek: 3,
      },
    }),
  },
  {
    mutation: 'scheduleJobCentreFollowUp',
    returns: 'JobCentreFollowUp',
    groups: ['municipality'],
    weight: 1,
    draw: (ground) => {
      const reference = citizenOf(ground)['jobCentreCase'];
      return reference === null
        ? undefined
        : {
            actor: oneOf(ground, ['JOB_CONSULTANT']),
            purpose: 'EMPLOYMENT_CASEWORK',
            input: {
              citizenId: ground.citizenId,
              caseId: rowOf(ground, reference)['id'],
              dueOn: day(5 + ground.random.below(300)),
            },
          };
    },
  },
  ...(['recordMentorMeeting', 'recordVolunteerVisit'] as const).map((mutation): ChangeKind => {
    const mentor = mutation === 'recordMentorMeeting';
    return {
      mutation,
      returns: mentor ? 'MentorMeeting' : 'VolunteerVisit',
      groups: ['ngo'],
      weight: 1,
      draw: (ground) => {
        const matches = rowsOf(ground, mentor ? 'mentorships' : 'volunteerAgreements');
        const activity = note(ground, mentor ? 'MENTORSHIP' : 'VOLUNTEER_VISIT');
        return matches.length === 0
          ? undefined
          : {
              actor: oneOf(ground, [mentor ? 'MENTOR' : 'VOLUNTEER']),
              purpose: 'PEER_SUPPORT',
              input: {
                citizenId: ground.citizenId,
                matchId: ground.random.pick(matches)['id'],
                at: inDays(-1),
                minutes: 30,
                activity,
              },
            };
      },
    };
  }),
];
