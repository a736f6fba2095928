import { agreementInput, openPlan } from './support/acts.js';
import { useCoordination } from './support/coordination.js';

const house = useCoordination('0773');

it('a mutation reads what the one before it in the same document wrote, though the plan had been read in between', async () => {
  const plan = await openPlan(house);
  const first = await agreementInput(house, plan, { action: 'Ringe til lægen' });
  const second = { ...first, version: (first['version'] as number) + 1, action: 'Søge bolig' };
  const { data, errors } = await house.ask(
    plan.keyManager,
    `mutation ($first: AgreeInput!, $second: AgreeInput!) {
      first: agree(input: $first) { plan { version agreements { action } } }
      second: agree(input: $second) { plan { version agreements { action } } }
    }`,
    { first, second },
  );
  expect(errors).toEqual([]);
  expect(data.first.plan).toEqual({ version: second.version, agreements: [{ action: 'Ringe til lægen' }] });
  expect(data.second.plan).toEqual({
    version: second.version + 1,
    agreements: [{ action: 'Ringe til lægen' }, { action: 'Søge bolig' }],
  });
});
