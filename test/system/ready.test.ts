/** The system that the other tests use is the one that `npm start` starts: the same launcher, the compiled code. */
import { useSystem } from '../support/system.js';

const system = useSystem();

describe('the whole system', () => {
  it('is ready, every service of it on a port of its own', async () => {
    const answers = await Promise.all(
      Object.entries(system.baseUrls).map(async ([name, url]) => [name, (await fetch(`${url}/health/ready`)).status]),
    );
    expect(Object.fromEntries(answers)).toMatchObject({ gateway: 200, citizen: 200, psychiatry: 200 });
    expect(new Set(Object.values(system.baseUrls)).size).toBe(answers.length);
  });

  it('answers a persona through the gateway', async () => {
    const { status, body } = await system.graphql(system.urls['gateway']!, {
      query: 'query Who($id: ID!) { citizen(id: $id) { id name } }',
      variables: { id: system.persona('citizen').exampleCitizenId },
      persona: 'citizen',
    });
    expect({ status, body }).toMatchObject({ status: 200, body: { data: { citizen: { name: expect.any(String) } } } });
  });
});
