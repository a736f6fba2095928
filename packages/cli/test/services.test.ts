/** Which processes a start is made of, and where each listens. */
import { join } from 'node:path';
import { chooseServices, findServices } from '../src/system/services.js';

const root = join(__dirname, '../../..');
const namesOf = (services: readonly { readonly name: string }[]) => services.map(({ name }) => name);

it('the development issuer listens at the first port plus six, and what was there before stays where it was', async () => {
  const offsets = Object.fromEntries((await findServices(root)).map(({ name, portOffset }) => [name, portOffset]));
  expect(offsets).toEqual({
    gateway: 0,
    citizen: 1,
    psychiatry: 2,
    municipality: 3,
    ngo: 4,
    coordination: 5,
    issuer: 6,
  });
});

it('the issuer comes with the gateway, whose pages sign in there, and with nothing else unless it is named', async () => {
  const all = await findServices(root);
  expect(namesOf(chooseServices(all, undefined))).toEqual(namesOf(all));
  expect(namesOf(chooseServices(all, ['psychiatry', 'citizen']))).toEqual(['citizen', 'psychiatry']);
  expect(namesOf(chooseServices(all, ['gateway', 'citizen']))).toEqual(['citizen', 'issuer', 'gateway']);
  expect(namesOf(chooseServices(all, ['issuer']))).toEqual(['issuer']);
});
