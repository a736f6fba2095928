import type { CareTeamMemberRecord, CaseRecord, SafeSettingRecord } from '@sammen/population';
import { CareSector, RESPONSIBLE_SECTORS } from '../model/careSector.js';
import { type Circle, careSectorOf, derivedId, personCells, startOf } from './people.js';
import type { WriteRow } from './tables.js';

/** The case with its history, its place among the ten, its key managers and its care team. */
export async function writeCase(write: WriteRow, of: CaseRecord, circle: Circle): Promise<void> {
  const { id } = of;
  const opener = circle.keyManagerOn(of.openedOn);
  await write('coordination_case', {
    id,
    organisation_id: of.organisationId,
    status: of.status,
    purpose: of.purpose,
    opened_at: startOf(of.selectedOn),
    opened_by: opener.actorId,
    closed_at: of.closedOn === null ? null : startOf(of.closedOn),
  });
  const by = personCells(opener);
  const event = (kind: string, day: string, reason: string | null = null) =>
    write('case_event', { id: derivedId(id, kind + day), case_id: id, kind, at: startOf(day), reason, ...by });
  await event('OPENED', of.selectedOn);
  await event('SELECTED', of.selectedOn, CHOSEN_BECAUSE);
  await event('ACTIVATED', of.openedOn);
  if (of.rank !== null)
    await write('cohort_place', {
      id: derivedId(id, 'place'),
      case_id: id,
      organisation_id: of.organisationId,
      rank: of.rank,
      taken_at: startOf(of.selectedOn),
      taken_by: opener.actorId,
      reason: CHOSEN_BECAUSE,
      released_at: of.closedOn === null ? null : startOf(of.closedOn),
    });
  for (const manager of of.keyManagers) {
    const { validFrom, validTo, handOverReason } = manager;
    await write('key_manager', {
      id: manager.id,
      case_id: id,
      ...personCells({ ...manager, role: 'KEY_MANAGER' }),
      valid_from: startOf(validFrom),
      valid_to: validTo === null ? null : startOf(validTo),
      end_reason: validTo === null ? null : (handOverReason ?? CLOSED_BECAUSE),
    });
    if (validTo !== null && handOverReason !== null) await event('HANDED_OVER', validTo, handOverReason);
  }
  if (of.closedOn !== null) await event('CLOSED', of.closedOn, CLOSED_BECAUSE);
}

/** Everybody but the key managers, who have a table of their own; one of each sector that needs it is responsible. */
export async function writeCareTeam(
  write: WriteRow,
  of: CaseRecord,
  team: readonly CareTeamMemberRecord[],
): Promise<void> {
  const answered = new Set<CareSector>();
  const known = new Set<string>();
  for (const member of team) {
    const open = member.validTo === null;
    if (member.role === 'KEY_MANAGER' || (open && known.has(member.actorId))) continue;
    const sector = careSectorOf(member.organisationId, member.role);
    const answers = open && !answered.has(sector) && (member.responsible || sector === CareSector.EMPLOYMENT);
    const responsible = answers && RESPONSIBLE_SECTORS.includes(sector);
    if (open) known.add(member.actorId);
    if (responsible) answered.add(sector);
    await write('care_team_member', {
      id: member.id,
      case_id: of.id,
      sector,
      ...personCells(member),
      responsible,
      task: member.task,
      phone: member.phone,
      valid_from: startOf(member.validFrom),
      valid_to: member.validTo === null ? null : startOf(member.validTo),
    });
  }
}

/** The wishes for a safe setting, as the key manager noted them. */
export async function writeSafeSetting(write: WriteRow, setting: SafeSettingRecord, circle: Circle): Promise<void> {
  const inWords = (people: readonly string[]) => people.map((description) => ({ actorId: null, description }));
  await write('safe_setting', {
    id: setting.id,
    place: setting.place,
    most_people: setting.maxParticipants,
    must_attend: inWords(setting.mustAttend),
    must_not_attend: inWords(setting.mustNotAttend),
    support_person: setting.supportPerson,
    breaks: setting.breaks,
    pre_brief: setting.preBriefed,
    may_leave: setting.mayLeave,
    set_at: startOf(setting.recordedOn),
    noted_by: circle.keyManagerOn(setting.recordedOn).actorId,
  });
}

const CHOSEN_BECAUSE = 'Mange indsatser på tværs, uden at de hænger sammen for borgeren';
const CLOSED_BECAUSE = 'Sagen er afsluttet';
