import { type ServiceCaller, isId } from '@sammen/subgraph-kit';
import { psychiatryErrors } from '../errors.js';

/**
 * Whom a CPR number names, from the one subgraph that knows. Psychiatry keeps the id only.
 * @throws MESSAGE_CITIZEN_UNKNOWN, IDENTITY_UNAVAILABLE
 */
export async function identify(citizenService: ServiceCaller, cpr: string): Promise<string> {
  const answer = await citizenService.post('/identify', { cpr }).catch((cause: unknown) => {
    throw psychiatryErrors('IDENTITY_UNAVAILABLE', { cause });
  });
  const citizenId = (answer.body as { citizenId?: unknown } | null)?.citizenId;
  if (answer.status !== 200 || (citizenId !== null && !isId(citizenId))) throw psychiatryErrors('IDENTITY_UNAVAILABLE');
  if (citizenId === null)
    throw psychiatryErrors('MESSAGE_CITIZEN_UNKNOWN', { field: 'Bundle.entry.resource.ofType(Patient).identifier' });
  return citizenId;
}
