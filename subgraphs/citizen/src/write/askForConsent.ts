import { randomUUID } from 'node:crypto';
import { type DataCategory, viewOfDenial } from '@sammen/consent';
import { organisation } from '@sammen/reference-data';
import { type SubgraphContext, assertId, kitError } from '@sammen/subgraph-kit';
import { citizenErrors } from '../errors.js';
import type { RequestConsentInput } from '../input/requestInput.js';
import { ConsentRequest } from '../model/consentRequest.js';
import { freeText } from './freeText.js';

const TEXT = { least: 10, most: 1_000 };
/** How long a request can be answered, and how long its asker has to wait before asking the same citizen again. */
export const REQUEST_DAYS = 30;
/** Requests of one asker within a day, to whomever: more would be a search, or pestering. */
const MOST_PER_DAY = 20;

/**
 * Asks a citizen for a consent. What comes back depends on what the asker may see, said and did before, and on nothing
 * else: one who does not exist is asked like everybody (INVARIANT I-3), and an answer never lets anybody ask again
 * sooner (INVARIANT I-6).
 */
export async function askForConsent(input: RequestConsentInput, context: SubgraphContext): Promise<ConsentRequest> {
  const { actor, writer } = context;
  const citizenId = assertId(input.citizenId, 'input.citizenId');
  const text = freeText(input.text, TEXT, 'input.text');
  assertWorthAsking(input, context);
  await assertWithheld(citizenId, input.categories, context);
  return writer.writeOnce(
    { actorId: actor.id, mutation: 'requestConsent', key: input.idempotencyKey, input },
    ConsentRequest,
    async (manager) => {
      // One at a time for each asker, so that what is counted stays what it is.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`, [actor.id]);
      const [before]: { today: number; open: boolean }[] = await manager.query(
        `SELECT count(*) FILTER (WHERE asked_at > now() - interval '1 day')::int AS today,
           coalesce(bool_or(citizen_id = $2 AND purpose = $3 AND lapses_at > now()), false) AS open
         FROM consent_request WHERE actor_id = $1 AND asked_at > now() - make_interval(days => $4)`,
        [actor.id, citizenId, input.purpose, REQUEST_DAYS],
      );
      if (before!.open) throw citizenErrors('CONSENT_ASKED_ALREADY', { field: 'input.citizenId' });
      if (before!.today >= MOST_PER_DAY) throw citizenErrors('CONSENT_ASKED_TOO_OFTEN');
      const id = randomUUID();
      await manager.query(
        `INSERT INTO consent_request (citizen_id, id, actor_id, actor_role, organisation_id, categories, purpose, text, asked_at, lapses_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + make_interval(days => $9))`,
        [
          citizenId,
          id,
          actor.id,
          actor.role,
          actor.organisationId,
          input.categories,
          input.purpose,
          text,
          REQUEST_DAYS,
        ],
      );
      return manager.findOneByOrFail(ConsentRequest, { citizenId, id });
    },
  );
}

/** What the asker could be given at all: from role, purpose and category alone, by the rule that says the next step. */
function assertWorthAsking({ categories, purpose }: RequestConsentInput, context: SubgraphContext): void {
  const { actor } = context;
  if (actor.organisationId === null || organisation(actor.organisationId) === null) throw kitError('NOT_ALLOWED');
  if (purpose !== context.purpose) throw citizenErrors('CONSENT_NOT_ASKABLE', { field: 'input.purpose' });
  const none = categories.some((category) => viewOfDenial({ role: actor.role, purpose, category }).nextStep === 'NONE');
  if (none) throw citizenErrors('CONSENT_NOT_ASKABLE', { field: 'input.categories' });
}

/** Decided, and so logged, for the citizen to see: somebody would like to look. What is shown already need not be asked for. */
async function assertWithheld(
  citizenId: string,
  categories: readonly DataCategory[],
  { permits }: SubgraphContext,
): Promise<void> {
  await Promise.all(categories.map((category) => permits.load(citizenId, category)));
  const verdicts = categories.map((category) => permits.look(citizenId, category));
  if (verdicts.includes('UNAVAILABLE')) throw kitError('CONSENT_UNAVAILABLE');
  if (verdicts.includes('PERMIT')) throw citizenErrors('CONSENT_NOT_NEEDED', { field: 'input.categories' });
}
