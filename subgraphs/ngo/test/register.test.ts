import { useSystem } from '../../../test/support/system.js';

const system = useSystem();
const ask = async (args = '') => {
  const query = `{ ngos${args} { id name userLed offers municipality { id } serves { id } } }`;
  const { body } = await system.graphql(system.urls['ngo'] as string, { query, persona: 'outsider' });
  return body.data?.['ngos'] as any[];
};

describe('the register of NGOs', () => {
  it('is open to everybody who is signed in', async () => {
    const ngos = await ask();
    expect(ngos.length).toBeGreaterThanOrEqual(10);
    expect(ngos.find(({ id }) => id === 'ngo-peer-vestkysten')).toMatchObject({
      userLed: true,
      offers: ['MENTORS', 'VOLUNTEERS', 'COURSES'],
      municipality: { id: 'municipality-0561' },
    });
  });

  it('tells those that take citizens of a municipality, and those run by people with lived experience', async () => {
    const inVarde = await ask('(municipalityCode: "0573")');
    expect(inVarde.map(({ id }) => id)).toEqual(['ngo-peer-vestkysten', 'ngo-stoettelinjen']);
    const userLed = await ask('(municipalityCode: "0573", userLed: true)');
    expect(userLed.map(({ id }) => id)).toEqual(['ngo-peer-vestkysten']);
    expect(await ask('(municipalityCode: "nowhere", userLed: true)')).toEqual([]);
  });

  it('tells nothing to somebody who is not signed in', async () => {
    const { status, body } = await system.graphql(system.urls['ngo'] as string, { query: '{ ngos { id } }' });
    expect(status).toBe(401);
    expect(body.errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
  });
});
