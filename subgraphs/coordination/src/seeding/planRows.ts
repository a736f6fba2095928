import type { AgreementRecord, PlanRecord } from '@sammen/population';
import { CareSector } from '../model/careSector.js';
import { CITIZEN_CELLS, type Circle, careSectorOf, derivedId, personCells, startOf } from './people.js';
import type { WriteRow } from './tables.js';

/** A plan with its versions, parties and answers, the citizen's goals, the map, and what is agreed. */
export async function writePlan(write: WriteRow, plan: PlanRecord, circle: Circle): Promise<void> {
  const { id, caseId } = plan;
  await write('plan', {
    id,
    case_id: caseId,
    kind: plan.kind,
    status: plan.status,
    version: plan.version,
    version_number: plan.version,
    ...personCells(circle.keyManagerOn(plan.createdOn)),
    opened_at: startOf(plan.createdOn),
    agreed_at: plan.agreedOn === null ? null : startOf(plan.agreedOn),
    closed_at: plan.closedOn === null ? null : startOf(plan.closedOn),
  });
  await writeVersions(write, plan, circle);
  await writeParties(write, plan, circle);
  for (const goal of plan.goals)
    await write('plan_goal', {
      id: goal.id,
      plan_id: id,
      rank: goal.rank,
      life_domain: goal.theme,
      text: goal.text,
      set_at: startOf(plan.createdOn),
      noted_by: circle.keyManagerOn(plan.createdOn).actorId,
    });
  for (const item of plan.mapItems) {
    const ownWords = item.contributedBySector === 'CITIZEN';
    const person = circle.person(item.contributedByActorId);
    await write('map_item', {
      id: item.id,
      plan_id: id,
      case_id: caseId,
      kind: item.kind,
      life_domain: item.theme,
      text: item.text,
      sector: ownWords ? CareSector.CITIZEN : careSectorOf(person.organisationId, person.role),
      ...(ownWords ? CITIZEN_CELLS : personCells(person)),
      contributed_at: item.contributedAt,
    });
  }
  const wishes = wishesOf(plan.agreements);
  for (const agreement of plan.agreements)
    await writeAgreement(write, plan, agreement, wishes.get(agreement.id) ?? null, circle);
}

/** All versions but the newest were agreed when the next one began, at the latest. */
async function writeVersions(write: WriteRow, plan: PlanRecord, circle: Circle): Promise<void> {
  for (const { id, version, at, actorId, summary } of plan.versions) {
    const newest = version === plan.version;
    const by = personCells(circle.person(actorId));
    const agreedAt = newest && plan.agreedOn !== null && startOf(plan.agreedOn) > at ? startOf(plan.agreedOn) : at;
    const status = newest ? plan.status : 'AGREED';
    const agreed = status === 'AGREED' || (status === 'CLOSED' && plan.agreedOn !== null);
    await write('plan_version', {
      id,
      plan_id: plan.id,
      number: version,
      status,
      begun_at: at,
      agreed_at: agreed ? agreedAt : null,
      ...by,
    });
    await write('plan_change', {
      id: derivedId(id, 'change'),
      plan_id: plan.id,
      version_number: version,
      at,
      kind: version === 1 ? 'OPENED' : 'REVISED',
      after: summary,
      ...by,
    });
  }
}

/** The citizen shares every plan but one that was made because they would not take part; an agreed one all have signed. */
async function writeParties(write: WriteRow, plan: PlanRecord, circle: Circle): Promise<void> {
  const signedAt = startOf(plan.agreedOn ?? plan.createdOn);
  const join = async (id: string, cells: object, joinedOn: string, signer: string) => {
    await write('plan_party', { id, plan_id: plan.id, joined_at: startOf(joinedOn), ...cells });
    if (plan.status !== 'AGREED') return;
    const answer = { plan_id: plan.id, party_id: id, version_number: plan.version, state: 'AGREES' };
    await write('sign_off', { id: derivedId(id, 'answer'), ...answer, at: signedAt, recorded_by: signer });
  };
  if (plan.kind !== 'COORDINATION_PLAN') {
    const cells = { ...CITIZEN_CELLS, sector: CareSector.CITIZEN };
    await join(derivedId(plan.id, 'citizen'), cells, plan.createdOn, circle.citizenActorId);
  }
  const known = new Set<string>();
  for (const party of plan.parties) {
    if (known.has(party.actorId)) continue;
    known.add(party.actorId);
    const cells = { ...personCells(party), sector: careSectorOf(party.organisationId, party.role) };
    await join(party.id, cells, party.joinedOn, party.actorId);
  }
}

async function writeAgreement(
  write: WriteRow,
  plan: PlanRecord,
  agreement: AgreementRecord,
  citizenRank: number | null,
  circle: Circle,
): Promise<void> {
  const person = circle.person(agreement.responsibleActorId);
  await write('agreement', {
    id: agreement.id,
    plan_id: plan.id,
    case_id: plan.caseId,
    rank: agreement.rank,
    citizen_rank: citizenRank,
    action: agreement.text,
    challenge_id: agreement.challengeId,
    sector: careSectorOf(person.organisationId, person.role),
    ...personCells(person),
    made_on: agreement.madeOn,
    due_on: agreement.dueOn,
    status: agreement.status,
    ended_on: agreement.completedOn,
  });
  for (const { id, dueOn, heldOn, check, result, nextOn } of agreement.followUps)
    await write('agreement_follow_up', {
      id,
      agreement_id: agreement.id,
      due_on: dueOn,
      what_is_checked: check,
      held_on: heldOn,
      result,
      next_on: nextOn !== null && heldOn !== null && nextOn > heldOn ? nextOn : null,
    });
}

/** What matters most to the citizen: an order of their own, which follows from the ids and so from nothing else. */
function wishesOf(agreements: readonly AgreementRecord[]): Map<string, number> {
  const open = agreements.filter(({ rank }) => rank !== null).map(({ id }) => id);
  return new Map(open.toSorted().map((id, index) => [id, index + 1]));
}
