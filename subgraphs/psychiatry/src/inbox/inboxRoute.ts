/** `POST /inbox`: takes one HospitalNotification per call; what it cannot take it names, keeps, and lets stop nothing else. */
import { SammenError } from '@sammen/errors';
import { type Services, addServiceRoute, kitError } from '@sammen/subgraph-kit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { psychiatryErrors } from '../errors.js';
import { type Acceptance, acceptMessage } from './acceptMessage.js';
import { identify } from './identify.js';
import { keepRejected } from './keepRejected.js';
import { refusalOutcome, takenOutcome } from './operationOutcome.js';
import { readMessage } from './readMessage.js';

/** The one service whose messages are taken: the region's integration, or `sammen import` in its place. */
const SENDER = 'import';
const FHIR_JSON = 'application/fhir+json';
/** Tells an importer what became of a message, whatever it makes of the body. */
const OUTCOME_HEADER = 'x-sammen-inbox';

const TEXTS: Readonly<Record<Acceptance, string>> = {
  taken: 'The message was taken.',
  repeated: 'The message was taken before; nothing changed.',
  corrected: 'The message was taken and corrects an earlier one.',
  cancelled: 'The message was taken and cancels an earlier one.',
};

/** Adds the inbox of psychiatry. */
export function addInboxRoute(server: FastifyInstance, services: Services): Promise<void> {
  const { database, log } = services;
  return addServiceRoute(server, services.callers, {
    path: '/inbox',
    contentTypes: [FHIR_JSON, 'application/json'],
    async handle({ service, body, reply }) {
      if (service !== SENDER) throw psychiatryErrors('SENDER_NOT_ALLOWED');
      try {
        const acceptance = await take(services, body);
        log.info({ inbox: acceptance }, 'message');
        void reply.header(OUTCOME_HEADER, acceptance).code(acceptance === 'repeated' ? 200 : 201);
        return answer(reply, takenOutcome(TEXTS[acceptance]));
      } catch (error) {
        // The message is at fault: kept, so that it is not lost. Anything else the sender tries again.
        if (error instanceof SammenError && error.status < 500) await keepRejected(database, body, error);
        throw error;
      }
    },
    onError(error, _request, reply) {
      const refusal = refusalOf(error);
      log[refusal.status < 500 ? 'info' : 'error']({ inbox: 'refused', code: refusal.code }, 'message');
      void reply.header(OUTCOME_HEADER, 'refused').code(refusal.status);
      return answer(reply, refusalOutcome(refusal));
    },
  });
}

async function take(services: Services, body: Buffer): Promise<Acceptance> {
  const payload = textOf(body);
  const { cpr, message } = readMessage(payload, Date.now());
  const citizenId = await identify(services.citizenService, cpr);
  return acceptMessage(services, { citizenId, message, payload });
}

function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw psychiatryErrors('MESSAGE_UNREADABLE');
  }
}

/** Fastify's own refusals have a status; whatever else is not ours is our failure, and its message stays inside. */
function refusalOf(error: unknown): SammenError {
  if (error instanceof SammenError) return error;
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 415) return psychiatryErrors('MESSAGE_CONTENT_TYPE');
  if (status === 413) return psychiatryErrors('MESSAGE_TOO_LARGE');
  return status !== undefined && status < 500 ? psychiatryErrors('MESSAGE_UNREADABLE') : kitError('INTERNAL');
}

function answer(reply: FastifyReply, outcome: object): FastifyReply {
  return reply.type(`${FHIR_JSON}; charset=utf-8`).send(JSON.stringify(outcome));
}
