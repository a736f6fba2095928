import { POLICY_VERSION } from '@sammen/consent';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import { type EntityManager, IsNull } from 'typeorm';
import { citizenErrors } from '../errors.js';
import type { ChangeConsentInput, WithdrawConsentInput } from '../input/consentInput.js';
import { ConsentChoice } from '../model/consentChoice.js';
import { assertPeriod, mandateFor, recipientsOf } from './choiceRules.js';

/** Changes a choice: the version that stands is superseded, a new one begins. */
export function changeChoice(input: ChangeConsentInput, context: SubgraphContext): Promise<ConsentChoice> {
  return context.writer.write(async (manager) => {
    const standing = await lockStanding(manager, input);
    if (standing.version !== input.version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
    const validTo = input.validTo === undefined ? standing.validTo : input.validTo;
    const categories = input.categories ?? standing.categories;
    const purposes = input.purposes ?? standing.purposes;
    assertPeriod({ ...standing, validTo, categories, purposes });
    // To change is to give anew, so the mandate must cover what was given before as well.
    const mandateId = await mandateFor(manager, context, input.citizenId, [
      ...new Set([...categories, ...standing.categories]),
    ]);
    await supersede(manager, standing);
    const { recordedAt: _recorded, supersededAt: _superseded, ...rest } = standing;
    const next = manager.create(ConsentChoice, {
      ...rest,
      version: standing.version + 1,
      recipients: input.recipients ? recipientsOf(input.recipients) : standing.recipients,
      categories,
      purposes,
      validTo,
      givenBy: context.actor.id,
      recordedBy: context.actor.id,
      mandateId,
      policyVersion: POLICY_VERSION,
    });
    await manager.insert(ConsentChoice, next);
    return manager.findOneByOrFail(ConsentChoice, { citizenId: next.citizenId, id: next.id, version: next.version });
  });
}

/**
 * Withdraws at once. Once this has returned, no later grant counts the choice (INVARIANT I-10). Withdrawing
 * twice is no error: the citizen meant it the first time.
 */
export function withdrawChoice(
  { citizenId, consentId }: WithdrawConsentInput,
  context: SubgraphContext,
): Promise<ConsentChoice> {
  return context.writer.write(async (manager) => {
    const standing = await lockStanding(manager, { citizenId, consentId }, true);
    await mandateFor(manager, context, citizenId, standing.categories);
    if (standing.withdrawnAt !== null) return standing;
    await manager.query(
      `UPDATE consent_choice SET withdrawn_at = clock_timestamp(), withdrawn_by = $3
       WHERE citizen_id = $1 AND id = $2 AND superseded_at IS NULL`,
      [citizenId, consentId, context.actor.id],
    );
    return manager.findOneByOrFail(ConsentChoice, { citizenId, id: consentId, version: standing.version });
  });
}

async function lockStanding(
  manager: EntityManager,
  { citizenId, consentId }: { citizenId: string; consentId: string },
  withdrawnToo = false,
): Promise<ConsentChoice> {
  const standing = await manager.findOne(ConsentChoice, {
    where: { citizenId, id: assertId(consentId, 'input.consentId'), supersededAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (standing === null) throw kitError('NOT_FOUND', { field: 'input.consentId' });
  if (standing.withdrawnAt !== null && !withdrawnToo)
    throw citizenErrors('CONSENT_ENDED', { field: 'input.consentId' });
  return standing;
}

function supersede(manager: EntityManager, { citizenId, id, version }: ConsentChoice): Promise<unknown> {
  return manager.query(
    `UPDATE consent_choice SET superseded_at = clock_timestamp() WHERE citizen_id = $1 AND id = $2 AND version = $3`,
    [citizenId, id, version],
  );
}
