/** GraphQL over HTTP, by the audits that belong to its specification: what it demands, what it advises and what it allows. */
import { serverAudits } from 'graphql-http';
import { PSYCHIATRIST } from '../../gateway/test/support/people';
import { startWorld, type World } from '../../gateway/test/support/world';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

/** As the audits ask, with who asks and what for, which no audit knows. */
async function asSomebody(input: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await world.token(PSYCHIATRIST)}`);
  headers.set('x-sammen-purpose', 'TREATMENT');
  return fetch(input, { ...init, headers });
}

const audits = serverAudits({ url: () => `${world.address}/graphql`, fetchFn: asSomebody });

it('the suite is the one that was passed: new audits are looked at before they count', () => {
  expect(audits).toHaveLength(61);
});

it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s: %s', async (_id, _name, fn) => {
  const result = await fn();
  expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
});
