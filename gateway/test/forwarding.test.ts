import { CITIZEN, GUARDIAN } from './support/people.js';
import { startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => world.graph.reset());

describe('what reaches a subgraph', () => {
  it('is the token, the purpose and a request id, and an answer of all sectors comes back', async () => {
    const { status, body, headers } = await world.ask(
      '{ citizen(id: "c1") { name admissions { ward } services { act } } }',
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        citizen: {
          name: 'Name of c1',
          admissions: [{ ward: 'north' }, { ward: 'south' }],
          services: [{ act: 'SEL 85' }],
        },
      },
    });
    const token = await world.token(CITIZEN);
    for (const { received } of world.graph.all) {
      expect(received).toHaveLength(1);
      expect(received[0]!.headers['authorization']).toMatch(/^Bearer ey/);
      expect(received[0]!.headers['authorization']).not.toBe(`Bearer ${token}`);
      expect(received[0]!.headers['x-sammen-purpose']).toBe('TREATMENT');
      expect(received[0]!.headers['x-request-id']).toBe(headers.get('x-request-id'));
    }
  });
});
