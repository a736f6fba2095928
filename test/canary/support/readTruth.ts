/** Reads what there is about a citizen, as the citizen. */
import type { CanarySystem } from './canarySystem.js';
import { keep, queryFor, type Truth } from './truth.js';

/** @throws when the citizen does not see all of their own data: then there is no truth to compare with */
export async function readTruth(system: CanarySystem, truth: Truth, index: number, group: string): Promise<void> {
  const { id, actorId } = system.people[index]!;
  const nowhere = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;
  const actor = { ...nowhere, id: actorId, role: 'CITIZEN', citizenId: id } as const;
  const { body } = await system.ask(actor, 'SELF_ACCESS', queryFor(group), { id });
  if (body.errors !== undefined || body.extensions?.consent?.withheld?.length > 0)
    throw new Error(`A citizen does not see all of ${group}: ${JSON.stringify(body.errors ?? body.extensions)}`);
  keep(truth, body.data.citizen);
}
