/** The mixture of a load: small and large, reading and writing, old and new texts, with and without the restarted source. */
import { bodiesOf, citizenId, OPERATIONS } from './operations.mjs';

const WRITE = 'mutation Write($input: UpdateContactInput!) { updateContact(input: $input) { id } }';

const same = (name) => {
  const next = bodiesOf(OPERATIONS[name]);
  return () => next();
};
const ofOne = ({ citizen }) =>
  citizen.plans.nodes.length > 0 && citizen.mentorships.nodes.length > 0 && citizen.name !== null;

/** In this order, over and over; `touches`: asks the source that is restarted. */
export const MIXTURE = [
  { name: 'overview of 1', touches: true, body: same('overview of 1'), check: ofOne },
  { name: 'small', touches: false, body: same('small'), check: ({ citizen }) => citizen.name !== null },
  {
    name: 'write',
    touches: false,
    body: () => JSON.stringify({ query: WRITE, variables: { input: { citizenId: citizenId(0), phone: '00000000' } } }),
    check: ({ updateContact }) => updateContact !== null,
  },
  { name: 'new text', touches: true, body: same('overview of 1, a new text every time'), check: ofOne },
  {
    name: 'new small text',
    touches: false,
    body: (at) =>
      JSON.stringify({
        query: `query Small_n${at} { citizen(id: "${citizenId(0)}") { name mentorships(first: 1) { nodes { status } } } }`,
      }),
    check: ({ citizen }) => citizen.name !== null && citizen.mentorships.nodes.length > 0,
  },
  { name: 'small', touches: false, body: same('small'), check: ({ citizen }) => citizen.name !== null },
  {
    name: 'overview of 25',
    touches: true,
    body: same('overview of 25'),
    check: ({ citizens }) => citizens.nodes.length === 25 && citizens.nodes.every((citizen) => ofOne({ citizen })),
  },
  { name: 'small', touches: false, body: same('small'), check: ({ citizen }) => citizen.name !== null },
];
