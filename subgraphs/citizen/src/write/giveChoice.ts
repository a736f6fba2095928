import { randomUUID } from 'node:crypto';
import { POLICY_VERSION } from '@sammen/consent';
import type { SubgraphContext } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { GiveConsentInput, type GiveBlockInput } from '../input/consentInput.js';
import { ConsentChoice } from '../model/consentChoice.js';
import {
  assertDeclinable,
  assertLiftable,
  assertNotBackDated,
  assertPeriod,
  mandateFor,
  recipientsOf,
} from './choiceRules.js';

/** Gives a consent or a block: version 1 of a new choice. */
export function giveChoice(
  input: GiveConsentInput | GiveBlockInput,
  mutation: string,
  context: SubgraphContext,
): Promise<ConsentChoice> {
  const { actor, writer } = context;
  return writer.writeOnce({ actorId: actor.id, mutation, key: input.idempotencyKey, input }, ConsentChoice, (manager) =>
    recordChoice(input, context, manager),
  );
}

/** Records a new choice within a transaction: every consent and block comes this way, and keeps the same rules. */
export async function recordChoice(
  input: GiveConsentInput | GiveBlockInput,
  context: SubgraphContext,
  manager: EntityManager,
): Promise<ConsentChoice> {
  const { actor } = context;
  const consent = input instanceof GiveConsentInput ? input : null;
  const declines = consent === null ? ((input as GiveBlockInput).declines ?? null) : null;
  const validFrom = input.validFrom ?? new Date();
  const validTo = input.validTo ?? null;
  const legalBasis = consent?.legalBasis ?? null;
  const effect = consent === null ? 'BLOCK' : 'CONSENT';
  const { citizenId, categories, purposes, sources, form, evidence, consequencesExplained } = input;
  assertNotBackDated(validFrom);
  assertPeriod({ effect, validFrom, validTo, categories, purposes, legalBasis });
  assertDeclinable(declines);
  const recipients = recipientsOf(input.recipients);
  const lifts = consent?.lifts ?? [];
  await assertLiftable(manager, citizenId, lifts);
  const mandateId = await mandateFor(manager, context, citizenId, categories);
  const choice = manager.create(ConsentChoice, {
    citizenId,
    id: randomUUID(),
    version: 1,
    effect,
    recipients,
    sources,
    categories,
    purposes,
    lifts,
    declines,
    legalBasis,
    gdprBasis: consent === null ? null : 'ART_6_1_A_AND_9_2_A',
    validFrom,
    validTo,
    form,
    evidence: evidence ?? null,
    consequencesExplained,
    givenBy: actor.id,
    mandateId,
    recordedBy: actor.id,
    policyVersion: POLICY_VERSION,
  });
  await manager.insert(ConsentChoice, choice);
  return manager.findOneByOrFail(ConsentChoice, { citizenId, id: choice.id, version: 1 });
}
