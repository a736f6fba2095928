import { type DataCategory, type Purpose, SECTOR_OF_CATEGORY } from '@sammen/consent';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { citizenErrors } from '../errors.js';
import { GiveConsentInput } from '../input/consentInput.js';
import type { AnswerConsentRequestInput } from '../input/requestInput.js';
import { ConsentRequest } from '../model/consentRequest.js';
import { mandateFor } from './choiceRules.js';
import { recordChoice } from './giveChoice.js';

/**
 * Answers a request. A yes gives the consent in the same transaction, by the same rules as every other consent, to the
 * one who asked and for what was asked; a no writes that there was one, for the citizen alone.
 */
export function answerRequest(input: AnswerConsentRequestInput, context: SubgraphContext): Promise<ConsentRequest> {
  const { actor, writer } = context;
  const { citizenId } = input;
  return writer.writeOnce(
    { actorId: actor.id, mutation: 'answerConsentRequest', key: input.idempotencyKey, input },
    ConsentRequest,
    async (manager) => {
      const request = await lockOpen(manager, input);
      const consentId =
        input.answer === 'GRANT'
          ? (await recordChoice(consentFor(request, input), context, manager)).id
          : await decline(manager, request, input, context);
      await manager.query(
        `UPDATE consent_request SET answer = $3, answered_at = clock_timestamp(), answered_by = $4, consent_id = $5
         WHERE citizen_id = $1 AND id = $2`,
        [citizenId, request.id, input.answer, actor.id, consentId],
      );
      return manager.findOneByOrFail(ConsentRequest, { citizenId, id: request.id });
    },
  );
}

async function lockOpen(manager: EntityManager, input: AnswerConsentRequestInput): Promise<ConsentRequest> {
  const id = assertId(input.requestId, 'input.requestId');
  const request = await manager.findOne(ConsentRequest, {
    where: { citizenId: input.citizenId, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (request === null) throw kitError('NOT_FOUND', { field: 'input.requestId' });
  if (request.state !== 'OPEN') throw citizenErrors('CONSENT_REQUEST_CLOSED', { field: 'input.requestId' });
  return request;
}

/** A representative says no within the mandate, as they say yes; a no takes no consent's particulars along. */
async function decline(
  manager: EntityManager,
  { citizenId, categories }: ConsentRequest,
  input: AnswerConsentRequestInput,
  context: SubgraphContext,
): Promise<null> {
  const superfluous = (['validTo', 'categories'] as const).find((field) => input[field] != null);
  if (superfluous !== undefined || input.lifts.length > 0)
    throw kitError('INVALID_INPUT', { field: `input.${superfluous ?? 'lifts'}` });
  await mandateFor(manager, context, citizenId, categories);
  return null;
}

/** The consent that a yes gives: to the person who asked, in the role they asked in, and never for more than was asked. */
function consentFor(request: ConsentRequest, input: AnswerConsentRequestInput): GiveConsentInput {
  const { citizenId, id, organisationId, actorRole, actorId, purpose } = request;
  const categories = input.categories ?? request.categories;
  if (!categories.every((category) => request.categories.includes(category)))
    throw kitError('INVALID_INPUT', { field: 'input.categories', message: 'That was not asked for.' });
  if (!input.validTo) throw citizenErrors('CONSENT_PERIOD', { field: 'input.validTo' });
  if (!input.consequencesExplained) throw kitError('INVALID_INPUT', { field: 'input.consequencesExplained' });
  return Object.assign(new GiveConsentInput(), {
    citizenId,
    recipients: [{ organisationId, role: actorRole, actorId }],
    categories: [...categories],
    purposes: [purpose],
    sources: [],
    validFrom: null,
    validTo: input.validTo,
    form: 'DIGITAL',
    evidence: `consent-request:${id}`,
    consequencesExplained: true,
    legalBasis: legalBasisOf(purpose, categories),
    lifts: input.lifts,
  });
}

/** The law that such a consent is given under; the strictest, where several kinds of data are asked for. */
function legalBasisOf(purpose: Purpose, categories: readonly DataCategory[]): string {
  const isHealth = categories.some((category) => SECTOR_OF_CATEGORY[category] === 'PSYCHIATRY');
  if (isHealth) return purpose === 'TREATMENT' ? 'HEALTH_DATA_FOR_TREATMENT' : 'HEALTH_DATA_OTHER_PURPOSE';
  return purpose === 'PEER_SUPPORT' ? 'PEER_SUPPORT' : 'SOCIAL_DATA';
}
