import { CareSector, RESPONSIBLE_SECTORS, sectorsOfOrganisation } from './model/careSector.js';
import type { CareTeamMember } from './model/careTeamMember.js';
import { type KeyManager, KeyManagerHandOver } from './model/keyManager.js';
import { professionalOf } from './model/professional.js';
import { SectorResponsible, WhoDoesWhat } from './model/whoDoesWhat.js';

/** What a case page shows, made from the rows of the case and nothing else. */

/** What a key manager does in every case. */
const KEY_MANAGER_TASK = 'Brings citizen and professionals together and keeps the plan (tovholder)';

/** The hand-overs among the key managers of a case, oldest first: each who was followed by another. */
export function handOversOf(oldestFirst: readonly KeyManager[]): KeyManagerHandOver[] {
  return oldestFirst.slice(1).map((next, index) => {
    const before = oldestFirst[index]!;
    const [from, to] = [professionalOf(before), professionalOf(next)];
    return Object.assign(new KeyManagerHandOver(), { at: next.validFrom, from, to, reason: before.endReason });
  });
}

/** Each of the three sectors with the one who answers for it, or a gap (domain.md A15). */
export function responsiblesOf(team: readonly CareTeamMember[]): SectorResponsible[] {
  return RESPONSIBLE_SECTORS.map((sector) => {
    const member = team.find((each) => each.responsible && each.sector === sector) ?? null;
    return Object.assign(new SectorResponsible(), { sector, member });
  });
}

/** Sectors that nobody answers for. */
export function gapsOf(team: readonly CareTeamMember[]): CareSector[] {
  return responsiblesOf(team).flatMap(({ sector, member }) => (member === null ? [sector] : []));
}

/** Who does what: the key manager first, then the care team. */
export function whoDoesWhatOf(
  of: { readonly citizenId: string; readonly id: string },
  keyManager: KeyManager | null,
  team: readonly CareTeamMember[],
): WhoDoesWhat[] {
  const lead = keyManager === null ? [] : [{ row: keyManager, sector: sectorOf(keyManager), task: KEY_MANAGER_TASK }];
  const others = team
    .filter(({ actorId }) => actorId !== keyManager?.actorId)
    .map((row) => ({ row, sector: row.sector, task: row.task }));
  return [...lead, ...others].map(({ row, sector, task }) =>
    Object.assign(new WhoDoesWhat(), {
      citizenId: of.citizenId,
      caseId: of.id,
      sector,
      professional: professionalOf(row),
      task,
    }),
  );
}

function sectorOf({ organisationId }: KeyManager): CareSector {
  return sectorsOfOrganisation(organisationId ?? '')[0] ?? CareSector.SOCIAL;
}
