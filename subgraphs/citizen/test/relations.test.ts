/** What sectors say of care relations, many at a time: those who tell at once wait for each other, and never in a circle. */
import { randomUUID } from 'node:crypto';
import { SERVICE_CALL_HEADER } from '@sammen/identity';
import { useSystem } from '../../../test/support/system';

const system = useSystem();
const people = Array.from({ length: 20 }, () => randomUUID());

const tell = async (citizens: readonly string[]): Promise<number> => {
  const events = citizens.map((citizenId) => ({
    eventId: randomUUID(),
    citizenId,
    relation: {
      id: randomUUID(),
      kind: 'TREATING_UNIT',
      organisationId: 'region-nordjylland',
      unitId: null,
      actorId: null,
      planKind: null,
      validFrom: Date.now() - 2_000,
      validTo: Date.now() - 1_000,
    },
  }));
  const body = JSON.stringify({ events });
  const call = { method: 'POST', path: '/relations', body, to: 'citizen' };
  const response = await fetch(`${system.baseUrls['citizen']}/relations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [SERVICE_CALL_HEADER]: system.signer('psychiatry').sign(call) },
    body,
  });
  return response.status;
};

it('batches about the same citizens in opposite orders are all taken at the same time', async () => {
  const rounds = Array.from({ length: 10 }, () => [people, people.toReversed()]).flat();
  const answers = await Promise.all(rounds.map(tell));
  expect(answers).toEqual(rounds.map(() => 204));
});
