import { useSystem } from '../../../test/support/system.js';
import { arrange, newVolunteer } from './support/acts.js';
import { actorOf, ask, citizenNumber } from './support/people.js';

const system = useSystem();
const coordinator = actorOf('NGO_COORDINATOR');
const citizen = citizenNumber(7);

it('through the gateway, a volunteer is known to the citizen’s other sources while the agreement lasts, and to none once it has ended', async () => {
  const atGateway = { ...system, urls: { ngo: system.urls['gateway'] as string } } as typeof system;
  const volunteer = await newVolunteer(system, coordinator);
  const { data } = await arrange(system, coordinator, citizen, volunteer.id);
  const query = `{ myVisitAgreements { totalCount nodes { id citizen { name volunteerVisits { totalCount } diagnoses { code } } } } }`;
  const before = await ask(atGateway, volunteer.actor, query);
  expect(before.codes).toEqual([]);
  const [agreement] = before.data.myVisitAgreements.nodes;
  expect(agreement).toMatchObject({
    id: data.arrangeVolunteer.id,
    citizen: { diagnoses: null, volunteerVisits: { totalCount: expect.any(Number) } },
  });
  expect(agreement.citizen.name.length).toBeGreaterThan(3);

  const over = { citizenId: citizen, matchId: data.arrangeVolunteer.id, version: 1 };
  const mutation = `mutation ($input: EndMatchInput!) { endVolunteerAgreement(input: $input) { status citizen { name } } }`;
  const ended = await ask(atGateway, coordinator, mutation, { input: over });
  expect(ended.codes).toEqual([]);
  expect(ended.data.endVolunteerAgreement).toMatchObject({
    status: 'COMPLETED',
    citizen: { name: agreement.citizen.name },
  });

  const after = await ask(atGateway, volunteer.actor, query);
  expect(after.data.myVisitAgreements).toEqual({ totalCount: 0, nodes: [] });
  const directly = `query ($id: ID!) { citizen(id: $id) { name volunteerVisits { totalCount } } }`;
  const { data: nothing, withheld } = await ask(atGateway, volunteer.actor, directly, { id: citizen });
  expect(nothing.citizen).toEqual({ name: null, volunteerVisits: null });
  expect(withheld.map(({ path }) => path.join('.'))).toEqual(['citizen.name', 'citizen.volunteerVisits']);
});
