/** Ranks of goals and of open agreements are 1..n; every agreement has somebody responsible, a date and a challenge it answers. */
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import type { Random } from '../core/random.js';
import { dayOfMoment, isoDate, isoInstant, momentOf, workday } from '../core/time.js';
import { CHALLENGES, GOALS, OPPORTUNITIES } from '../data/planTexts.js';
import { EDGE_CASES } from '../edgeCases.js';
import { staysOf } from '../psychiatry/stays.js';
import type {
  MapItemRecord,
  PlanGoalRecord,
  PlanKind,
  PlanRecord,
  PlanVersionRecord,
} from '../records/coordinationRecords.js';
import type { Person } from '../records/personRecords.js';
import { agreementsOf } from './agreements.js';
import type { CaseOutline } from './caseOutline.js';
import { partiesOf } from './parties.js';
import type { TeamMember } from './team.js';

const PLAN = topic('plan');
const CONTENT = topic('plan content');
const VERSION = topic('plan version');
const MAP_ITEM = topic('map item');
const GOAL = topic('plan goal');

/** A plan without its content. */
export interface PlanOutline {
  readonly id: string;
  readonly number: number;
  readonly kind: PlanKind;
  readonly createdOn: number;
}

/** The citizen's plans without content: an action plan, and for some one of §§ 13 a or 13 b of the Psychiatry Act. */
export function planOutlinesOf(person: Person, outline: CaseOutline): readonly PlanOutline[] {
  const random = streamOf(person.key, PLAN);
  const makes = random.chance(0.35) || person.index === EDGE_CASES.showcase;
  const kind: PlanKind =
    random.chance(0.75) || person.index === EDGE_CASES.showcase ? 'DISCHARGE_AGREEMENT' : 'COORDINATION_PLAN';
  const createdOn = workday(outline.openedOn + random.between(7, 35));
  const plan = (number: number, planKind: PlanKind, day: number): PlanOutline => ({
    id: recordId(person.key, PLAN, number),
    number,
    kind: planKind,
    createdOn: Math.min(day, outline.closedOn ?? person.profile.lastDay - 1),
  });
  const plans = [plan(0, 'ACTION_PLAN', createdOn)];
  const discharged = staysOf(person).findLast((stay) => stay.to !== null && !stay.emergency);
  const dischargeDay = discharged?.to == null ? null : dayOfMoment(discharged.to);
  if (makes && dischargeDay !== null && dischargeDay > outline.openedOn + 3)
    plans.push(plan(1, kind, dischargeDay - 2));
  return plans;
}

/** The citizen's plans, the action plan first. */
export function plansOf(person: Person, outline: CaseOutline, team: readonly TeamMember[]): readonly PlanRecord[] {
  return planOutlinesOf(person, outline).map((plan) => withContent(person, outline, plan, team));
}

function withContent(person: Person, outline: CaseOutline, plan: PlanOutline, team: readonly TeamMember[]): PlanRecord {
  const random = streamOf(person.key, CONTENT, plan.number);
  const small = plan.kind !== 'ACTION_PLAN';
  const last = outline.closedOn ?? person.profile.lastDay;
  const agreed = small || random.chance(0.9) || person.index === EDGE_CASES.showcase;
  const agreedOn = agreed ? Math.min(last, workday(plan.createdOn + random.between(3, 30))) : null;
  const mapItems = mapItemsOf(person, plan, team, random, small);
  const challenges = mapItems.filter((item) => item.kind === 'CHALLENGE');
  const versions = versionsOf(person, plan, outline, random, last);
  return {
    id: plan.id,
    citizenId: person.id,
    caseId: outline.id,
    kind: plan.kind,
    status: outline.closedOn !== null ? 'CLOSED' : agreed ? 'AGREED' : 'DRAFT',
    version: versions.length,
    createdOn: isoDate(plan.createdOn),
    agreedOn: agreedOn === null ? null : isoDate(agreedOn),
    closedOn: outline.closedOn === null ? null : isoDate(outline.closedOn),
    versions,
    mapItems,
    goals: goalsOf(person, plan, random, small),
    agreements: agreementsOf(person, { plan, outline, team, challenges }, random),
    parties: partiesOf(person, plan, team),
  };
}

function versionsOf(
  person: Person,
  plan: PlanOutline,
  outline: CaseOutline,
  random: Random,
  last: number,
): readonly PlanVersionRecord[] {
  const count = plan.kind === 'ACTION_PLAN' ? random.between(1, 4) : 1;
  const step = Math.floor((last - plan.createdOn) / count);
  return Array.from({ length: count }, (_, at): PlanVersionRecord => {
    const day = plan.createdOn + at * step;
    const author = outline.keyManagers.findLast((period) => period.from <= day) ?? outline.keyManagers[0];
    return {
      id: recordId(person.key, VERSION, plan.number * 16 + at),
      version: at + 1,
      at: isoInstant(momentOf(day, random.between(9, 15), 30)),
      actorId: author?.member.actorId ?? '',
      summary: at === 0 ? 'Planen er oprettet' : 'Aftaler og rækkefølge er opdateret efter møde',
    };
  });
}

/** In the programme 6–12 challenges and 3–8 opportunities, elsewhere half as many; from whoever is around the citizen and from the citizen. */
function mapItemsOf(
  person: Person,
  plan: PlanOutline,
  team: readonly TeamMember[],
  random: Random,
  small: boolean,
): readonly MapItemRecord[] {
  const programme = person.profile.recipe === 'TEN_IN_EACH';
  const stillThere = (each: TeamMember) => each.to === null || each.to > plan.createdOn;
  const contributors = [
    ...team.filter((each) => each.role !== 'LEADER' && each.role !== 'VOLUNTEER' && stillThere(each)),
    null,
  ];
  const challenges = random.sample(CHALLENGES, small ? 2 : programme ? random.between(6, 12) : random.between(3, 6));
  const opportunities = random.sample(
    OPPORTUNITIES,
    small ? 1 : programme ? random.between(3, 8) : random.between(1, 3),
  );
  const texts = [...challenges, ...opportunities];
  return texts.map(([text, theme], at): MapItemRecord => {
    // Taking turns makes sure that at least two sectors contribute.
    const by = contributors[(at + plan.number) % contributors.length] ?? null;
    return {
      id: recordId(person.key, MAP_ITEM, plan.number * 32 + at),
      kind: at < challenges.length ? 'CHALLENGE' : 'OPPORTUNITY',
      theme,
      text,
      contributedBySector: by === null ? 'CITIZEN' : by.sector,
      contributedByActorId: by === null ? person.actorId : by.member.actorId,
      contributedAt: isoInstant(
        momentOf(Math.max(plan.createdOn, by?.from ?? 0), random.between(9, 15), random.between(0, 59)),
      ),
    };
  });
}

function goalsOf(person: Person, plan: PlanOutline, random: Random, small: boolean): readonly PlanGoalRecord[] {
  return random.sample(GOALS, small ? 1 : random.between(2, 4)).map(([text, theme], at) => ({
    id: recordId(person.key, GOAL, plan.number * 8 + at),
    rank: at + 1,
    theme,
    text,
  }));
}
