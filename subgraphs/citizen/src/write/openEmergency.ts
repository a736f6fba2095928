import { randomUUID } from 'node:crypto';
import type { Decision } from '@sammen/consent';
import { SammenError } from '@sammen/errors';
import { appendEvents } from '@sammen/ledger';
import { type SubgraphContext, isId, kitError } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { OpenEmergencyAccessInput } from '../input/emergencyInput.js';
import { Person } from '../model/person.js';
import { actEvent } from './actEvent.js';
import { type Opening, checkedOpening } from './emergencyRules.js';

/**
 * Breaks the glass, once for each reason: what is open is never renewed or widened, and when it is over a new one has to
 * be reasoned, logged, shown and reviewed anew. It stands in the access log with its reason, or it does not happen
 * (INVARIANT I-2); whoever tries in vain stands there as well, and nothing else is written.
 * @returns the citizen's id
 */
export async function openEmergency(input: OpenEmergencyAccessInput, context: SubgraphContext): Promise<string> {
  try {
    const opening = checkedOpening(input, context);
    await context.writer.write((manager) => open(manager, opening, context));
    return opening.citizenId;
  } catch (error) {
    if (error instanceof SammenError && error.status < 500) await recordRefusal(error, input, context);
    throw error;
  }
}

async function open(manager: EntityManager, opening: Opening, context: SubgraphContext): Promise<void> {
  const { citizenId, kind, reason, categories, minutes } = opening;
  const { actor } = context;
  if (!(await manager.existsBy(Person, { citizenId }))) throw kitError('NOT_ALLOWED');
  const id = randomUUID();
  // Refused by the database while another one of the same person to the same citizen is open.
  await manager.query(
    `INSERT INTO emergency_access (citizen_id, id, actor_id, actor_role, organisation_id, kind, reason, categories, opened_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + make_interval(mins => $9))`,
    [citizenId, id, actor.id, actor.role, actor.organisationId, kind, reason, categories, minutes],
  );
  const decision: Decision = { effect: 'PERMIT', reason: 'EMERGENCY', basis: `EMERGENCY:${id}` };
  await appendEvents(manager, [actEvent(context, { citizenId, decision, emergency: { kind, reason } })]);
}

/** To one who does not exist under nobody's name: what id was tried is not kept. */
async function recordRefusal(error: SammenError, input: OpenEmergencyAccessInput, context: SubgraphContext) {
  await context.writer.write(async (manager) => {
    const { citizenId } = input;
    const exists = isId(citizenId) && (await manager.existsBy(Person, { citizenId }));
    const decision: Decision = { effect: 'DENY', reason: REASON_OF_CODE[error.code] ?? 'INVALID', basis: null };
    const act = { citizenId: exists ? citizenId : null, decision, refusedCategories: input.categories };
    await appendEvents(manager, [actEvent(context, act)]);
  });
}

const REASON_OF_CODE: Readonly<Record<string, Decision['reason']>> = {
  NOT_ALLOWED: 'OUT_OF_SCOPE',
  EMERGENCY_NOT_ELIGIBLE: 'OUT_OF_SCOPE',
  EMERGENCY_STILL_OPEN: 'NO_BASIS',
};
