import { randomUUID } from 'node:crypto';
import { appendEvents } from '@sammen/ledger';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import { citizenErrors } from '../errors.js';
import type { ReviewEmergencyAccessInput } from '../input/reviewInput.js';
import { type EmergencyCase } from '../model/emergencyCase.js';
import { EmergencyReview } from '../model/emergencyReview.js';
import { emergencyCase } from '../reading/reviewQueue.js';
import { actEvent } from './actEvent.js';
import { freeText } from './freeText.js';

const NOTE = { least: 10, most: 2_000 };

/**
 * Adds a review: by a data protection officer of the organisation of who broke the glass, and never by that person. It
 * stands in the access log, or it does not happen; nothing is ever changed or removed, by the application's rights.
 * @returns the case as it is now
 */
export async function reviewEmergency(
  input: ReviewEmergencyAccessInput,
  context: SubgraphContext,
): Promise<EmergencyCase> {
  const { actor, writer, permits } = context;
  const note = freeText(input.note, NOTE, 'input.note');
  const found = await emergencyCase(context, assertId(input.id, 'input.id'));
  if (found === null) throw kitError('NOT_FOUND', { field: 'input.id' });
  const { citizenId, id } = found;
  // Decided, and logged, like every look: a review shows the case.
  if ((await permits.permitted([citizenId], 'ACCESS_LOG')).length === 0)
    throw kitError(permits.isUnavailable() ? 'CONSENT_UNAVAILABLE' : 'NOT_ALLOWED');
  if (found.openedBy === actor.id) {
    const decision = { effect: 'DENY', reason: 'NO_BASIS', basis: null } as const;
    await writer.write((manager) => appendEvents(manager, [actEvent(context, { citizenId, decision })]));
    throw citizenErrors('REVIEW_OF_OWN', { field: 'input.id' });
  }
  await writer.writeOnce(
    { actorId: actor.id, mutation: 'reviewEmergencyAccess', key: input.idempotencyKey, input },
    EmergencyReview,
    async (manager) => {
      if (found.version !== input.version) throw kitError('VERSION_CONFLICT', { field: 'input.version' });
      const review = manager.create(EmergencyReview, {
        citizenId,
        id: randomUUID(),
        emergencyId: id,
        version: input.version + 1,
        outcome: input.outcome,
        note,
        reviewedBy: actor.id,
        organisationId: actor.organisationId!,
        reviewedAt: new Date(),
      });
      // Of two at the same time the database takes one.
      await manager.insert(EmergencyReview, review);
      const decision = { effect: 'PERMIT', reason: 'LAW', basis: 'LAW:GDPR_39' } as const;
      await appendEvents(manager, [actEvent(context, { citizenId, decision })]);
      return review;
    },
  );
  return (await emergencyCase(context, id))!;
}
