/** The floor: a program by hand that makes the same calls with the same client, and joins the answers. It plans nothing. */
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { OVERVIEW } from './operations.mjs';
import { announce } from './serve.mjs';

const { origin } = new URL(process.env.CANNED);
const headers = { 'content-type': 'application/json', accept: 'application/json' };
const pools = new Map();

async function call(subgraph, query, variables) {
  const pool = pools.get(subgraph) ?? new Pool(origin, { connections: 64, pipelining: 1 });
  pools.set(subgraph, pool);
  const body = JSON.stringify({ query, variables });
  const { body: found } = await pool.request({ method: 'POST', path: `/${subgraph}/graphql`, headers, body });
  return (await found.json()).data;
}

const entities = (name, selection, type = 'Citizen') =>
  `query ${name}($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;

/** Whoever stands at several places is asked about once. */
async function join(subgraph, query, targets, represent) {
  const byKey = new Map();
  for (const target of targets) {
    const representation = represent(target);
    const key = `${representation.id} ${representation.citizenId}`;
    const known = byKey.get(key);
    if (known) known.targets.push(target);
    else byKey.set(key, { representation, targets: [target] });
  }
  if (byKey.size === 0) return;
  const ones = [...byKey.values()];
  const { _entities: found } = await call(subgraph, query, { representations: ones.map((one) => one.representation) });
  for (const [at, one] of ones.entries()) for (const target of one.targets) Object.assign(target, found[at]);
}

const asCitizen = ({ id }) => ({ __typename: 'Citizen', id });
const nodesOf = (ones, field) => ones.flatMap((one) => one[field]?.nodes ?? []);

const ROOT = `query Overview__citizen($id: ID!) { citizen(id: $id) { __typename id ${OVERVIEW.citizen} } }`;
const ROOTS = `query Caseload__citizen($first: Int!) { citizens(first: $first) { nodes { __typename id ${OVERVIEW.citizen} } } }`;
const SERVICES = `socialServices(first: 3) { nodes { __typename citizenId id assessmentVersion ${OVERVIEW.services} } }`;
const PARTS = {
  psychiatry: entities('Overview__psychiatry', OVERVIEW.psychiatry),
  municipality: entities('Overview__municipality', `${SERVICES} ${OVERVIEW.municipality}`),
  warnings: entities('Overview__warnings', 'newerAssessmentWarning', 'SocialService'),
  ngo: entities('Overview__ngo', OVERVIEW.ngo),
  coordination: entities('Overview__coordination', OVERVIEW.coordination),
};

async function overview(citizens) {
  const municipality = async () => {
    await join('municipality', PARTS.municipality, citizens, asCitizen);
    const services = nodesOf(citizens, 'socialServices');
    await join('psychiatry', PARTS.warnings, services, ({ citizenId, id, assessmentVersion }) => {
      return { __typename: 'SocialService', citizenId, id, assessmentVersion };
    });
    for (const one of services)
      for (const key of ['__typename', 'citizenId', 'id', 'assessmentVersion']) delete one[key];
  };
  await Promise.all([
    join('psychiatry', PARTS.psychiatry, citizens, asCitizen),
    municipality(),
    join('ngo', PARTS.ngo, citizens, asCitizen),
    join('coordination', PARTS.coordination, citizens, asCitizen),
  ]);
  for (const citizen of citizens) for (const key of ['__typename', 'id']) delete citizen[key];
}

const HOPS = [
  [
    'psychiatry',
    'admissions',
    entities('Deep__1', 'admissions(first: 2) { nodes { status citizen { __typename id } } }'),
  ],
  [
    'municipality',
    'socialServices',
    entities('Deep__2', 'socialServices(first: 2) { nodes { act citizen { __typename id } } }'),
  ],
  ['ngo', 'mentorships', entities('Deep__3', 'mentorships(first: 2) { nodes { status citizen { __typename id } } }')],
  ['coordination', 'plans', entities('Deep__4', 'plans(first: 2) { nodes { kind citizen { __typename id } } }')],
];
const LAST = entities('Deep__5', 'name birthDate');

async function deep(citizen) {
  const all = [citizen];
  let at = [citizen];
  for (const [subgraph, field, query] of HOPS) {
    await join(subgraph, query, at, asCitizen);
    // The same object may stand at several places.
    at = [...new Set(nodesOf(at, field).map((node) => node.citizen))];
    all.push(...at);
  }
  await join('citizen', LAST, at, asCitizen);
  for (const one of all) for (const key of ['__typename', 'id']) delete one[key];
}

async function answer({ query, variables }) {
  if (query.includes('Caseload')) {
    const data = await call('citizen', ROOTS, variables);
    for (const one of data.citizens.nodes) one.__typename = 'Citizen';
    await overview(data.citizens.nodes);
    return data;
  }
  if (query.includes('Small')) return call('citizen', query, variables);
  if (query.includes('Deep')) {
    const data = await call('citizen', 'query Deep__0($id: ID!) { citizen(id: $id) { __typename id } }', variables);
    await deep(data.citizen);
    return data;
  }
  const data = await call('citizen', ROOT, variables);
  await overview([data.citizen]);
  return data;
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => void chunks.push(chunk));
  request.on('end', async () => {
    const data = await answer(JSON.parse(Buffer.concat(chunks).toString())).catch(() => null);
    const text = JSON.stringify({ data });
    response
      .writeHead(data ? 200 : 502, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  });
});
server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${server.address().port}`));
