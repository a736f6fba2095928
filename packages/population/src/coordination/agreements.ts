/** An agreement is due on or after the day it was made; only open ones are ranked, 1..n. */
import { recordId } from '../core/identifiers.js';
import { topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { isoDate, workday } from '../core/time.js';
import { AGREEMENTS } from '../data/planTexts.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { AgreementRecord, FollowUpRecord, MapItemRecord } from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import type { CaseOutline } from './caseOutline.js';
import { latenessOf } from './lateness.js';
import type { Lateness } from './lateness.js';
import type { PlanOutline } from './plans.js';
import type { TeamMember } from './team.js';

const AGREEMENT = topic('agreement');
const FOLLOW_UP = topic('agreement follow-up');

/** What agreements rest on. */
export interface AgreementInput {
  readonly plan: PlanOutline;
  readonly outline: CaseOutline;
  readonly team: readonly TeamMember[];
  readonly challenges: readonly MapItemRecord[];
}

/** 4–8 agreements, 30 % of them overdue while the case is open, and as many of the follow-ups that are waited for. */
export function agreementsOf(person: Person, input: AgreementInput, random: Random): readonly AgreementRecord[] {
  const { plan, team } = input;
  const over = input.outline.closedOn !== null;
  const usable = AGREEMENTS.filter(([, sector]) =>
    team.some((each) => each.sector === sector && (over || each.to === null)),
  );
  const texts = random.sample(usable, plan.kind === 'ACTION_PLAN' ? random.between(4, 8) : 2);
  let rank = 0;
  return texts.map((text, number) => {
    const record = agreementOf(person, input, random, text, number);
    return record.status === 'OPEN' ? { ...record, rank: ++rank } : record;
  });
}

function agreementOf(
  person: Person,
  { plan, outline, team, challenges }: AgreementInput,
  random: Random,
  [text, sector]: (typeof AGREEMENTS)[number],
  number: number,
): AgreementRecord {
  const { lastDay } = person.profile;
  const end = outline.closedOn ?? lastDay;
  const able = team.filter((each) => each.sector === sector && each.role !== 'LEADER');
  const responsible = (able.find((each) => each.to === null) ?? able[0] ?? team[0]) as TeamMember;
  const made = plan.createdOn + random.between(0, Math.max(0, end - plan.createdOn - 1));
  const point = random.unit();
  const closed = outline.closedOn !== null;
  const neverClosed = person.index === EDGE_CASES.deceasedWithOpenAgreements;
  const status = neverClosed || (!closed && point < 0.65) ? 'OPEN' : point < 0.92 ? 'DONE' : 'CANCELLED';
  const overdue = status === 'OPEN' && point < 0.3;
  const due =
    status !== 'OPEN' || overdue
      ? made + random.between(0, Math.max(0, Math.min(120, end - 1 - made)))
      : workday(lastDay + random.between(3, 90));
  const base = plan.number * 16 + number;
  const late = latenessOf(person, base);
  return {
    id: recordId(person.key, AGREEMENT, base),
    rank: null,
    text,
    challengeId: (challenges[number % challenges.length] as MapItemRecord).id,
    sector,
    responsibleActorId: responsible.member.actorId,
    responsibleName: responsible.member.name,
    responsibleOrganisationId: responsible.member.organisationId,
    madeOn: isoDate(made),
    dueOn: isoDate(due),
    status,
    completedOn: status === 'OPEN' ? null : isoDate(Math.max(due, Math.min(due + late.ended, end - 1))),
    followUps: followUpsOf(person, random, base, { made, open: status === 'OPEN', end, late }),
  };
}

interface FollowedAgreement {
  readonly made: number;
  readonly open: boolean;
  readonly end: number;
  readonly late: Lateness;
}

/** One that was held, and for some open agreements one that is to come or should have been. */
function followUpsOf(
  person: Person,
  random: Random,
  base: number,
  { made, open, end, late }: FollowedAgreement,
): readonly FollowUpRecord[] {
  const { lastDay, recipe } = person.profile;
  const row = (at: number, due: number, held: number | null, next: number | null): FollowUpRecord => ({
    id: recordId(person.key, FOLLOW_UP, base * 4 + at),
    dueOn: isoDate(due),
    heldOn: held === null ? null : isoDate(held),
    check: 'Er aftalen kommet i gang, og virker den for borgeren?',
    result: held === null ? null : random.pick(['I gang', 'Delvist i gang', 'Ikke begyndt', 'Virker godt']),
    nextOn: next === null ? null : isoDate(next),
  });
  const programme = recipe === 'TEN_IN_EACH';
  const rows: FollowUpRecord[] = [];
  const first = made + random.between(10, 30);
  const drawn = random.between(-14, 40);
  const upcoming = open && workday(lastDay + drawn) > made && random.chance(programme ? 0.6 : 0.3);
  const isFollowed = first < end && (programme || upcoming);
  const held = Math.max(first, Math.min(first + late.held, end - 1));
  const earliest = (isFollowed ? held : made) + 7;
  const next = workday(late.waiting > 0 ? Math.max(earliest, lastDay - late.waiting) : lastDay + 1 + Math.abs(drawn));
  if (isFollowed) rows.push(row(0, first, held, upcoming ? next : null));
  if (upcoming) rows.push(row(1, next, null, null));
  return rows;
}
