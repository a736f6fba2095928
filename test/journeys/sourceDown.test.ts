/** A source that dies: one error names it, the rest of the answer arrives, and it comes back by itself. */
import { setTimeout } from 'node:timers/promises';
import { PERSONAS } from '@sammen/population';
import { type OwnSystem, startOwnSystem } from '../support/ownSystem.js';

jest.setTimeout(90_000);

let own: OwnSystem;
beforeAll(async () => void (own = await startOwnSystem(['citizen', 'psychiatry', 'gateway'])));
afterAll(() => own?.stop());

const id = PERSONAS.psychiatrist.exampleCitizenId!;
const QUERY = `query Overview($id: ID!) { citizen(id: $id) { name diagnoses { code } admissions { totalCount } } }`;
const look = () => own.ask('gateway', 'psychiatrist', QUERY, { id });

it('a killed subgraph nulls its own fields with one error that names it; the rest arrives; it recovers', async () => {
  const whole = await look();
  expect(whole.body.errors).toBeUndefined();

  process.kill(await own.pid('psychiatry'), 'SIGKILL');
  const { body, status } = await look();
  expect(status).toBe(200);
  expect(body.data!['citizen']).toEqual({ name: whole.body.data!['citizen'].name, diagnoses: null, admissions: null });
  expect(body.errors).toHaveLength(1);
  expect(body.errors![0].extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', source: 'psychiatry' });
  // A failure is no refusal: nothing says that anything was withheld.
  expect(body.extensions!['consent'].withheld).toEqual([]);

  let again = await look();
  for (
    const deadline = Date.now() + 30_000;
    again.body.errors !== undefined && Date.now() < deadline;
    await setTimeout(250)
  )
    again = await look();
  expect(again.body).toEqual(whole.body);
});
