/**
 * All subgraphs in one process that answers from memory, so that what is measured is the gateway. A question is worked
 * out when it is met for the first time; grants are signed for the request at hand, as a grant has to be.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { ALL_CATEGORIES, encodeCategories } from '@sammen/consent';
import { createGrantSigner } from '@sammen/identity';
import { execute, parse } from 'graphql';
import { madeUp } from './madeUp.mjs';
import { citizenId, withoutMark } from './operations.mjs';

const { GRANT_KEY_FILE, SERVICE_KEY_FILE, SERVICE_JWKS_FILE, PORT = '0' } = process.env;
const folder = new URL('../../../subgraphs/', import.meta.url);
const seals = { keyFile: SERVICE_KEY_FILE, jwksFile: SERVICE_JWKS_FILE, service: 'citizen' };
const signer = createGrantSigner({ keyFile: GRANT_KEY_FILE, seals });
const all = encodeCategories(ALL_CATEGORIES);
const schemas = new Map();
const answers = new Map();
const known = new Set(readdirSync(folder));
let delay = 0;

/** Introspection of a subgraph (the SDL) is asked by gateways that join schemas themselves. */
function schemaOf(subgraph) {
  if (!known.has(subgraph)) throw new Error('No such subgraph');
  const sdl = readFileSync(new URL(`${subgraph}/schema.graphql`, folder), 'utf8');
  const schema = schemas.get(subgraph) ?? buildSubgraphSchema({ typeDefs: parse(sdl) });
  schemas.set(subgraph, schema);
  return schema;
}

/** The answer's data as text, and the citizens it speaks of. */
async function answerTo(subgraph, query, variables, key) {
  const seen = new Set(
    (variables?.representations ?? []).map(({ __typename, id, citizenId: of }) => (__typename === 'Citizen' ? id : of)),
  );
  const { data, errors } = await execute({
    schema: schemaOf(subgraph),
    document: parse(query),
    variableValues: variables,
    fieldResolver: madeUp(seen, citizenId),
  });
  if (errors) throw errors[0];
  const found = { data: JSON.stringify(data), citizens: [...seen] };
  answers.set(key, found);
  return found;
}

function sign(headers, rid, citizens) {
  const { sub, sammen } = JSON.parse(Buffer.from(headers.authorization.split('.')[1], 'base64url').toString());
  return signer.sign({
    sub,
    org: sammen.organisationId ?? null,
    role: sammen.role,
    purpose: headers['x-sammen-purpose'],
    rid,
    asOf: Date.now(),
    seq: 1,
    c: Object.fromEntries(citizens.map((id) => [id, [all, all]])),
    w: {},
  });
}

async function answer({ url, headers }, text) {
  if (url === '/.well-known/grant-keys') return JSON.stringify(signer.jwks());
  const body = JSON.parse(text);
  if (url === '/grants') {
    return JSON.stringify({
      grant: sign(
        headers,
        body.operation.requestId,
        body.subjects.map((one) => one.citizenId),
      ),
    });
  }
  const subgraph = url.split('/')[1];
  const query = withoutMark(body.query);
  const key = `${subgraph} ${query} ${JSON.stringify(body.variables)}`;
  const { data, citizens } = answers.get(key) ?? (await answerTo(subgraph, query, body.variables, key));
  const asks =
    body.extensions?.grants?.length === 0 && headers['x-sammen-purpose'] && body.extensions.categories !== '0';
  if (!asks) return `{"data":${data}}`;
  const grant = sign(headers, headers['x-request-id'], citizens);
  return `{"data":${data},"extensions":{"grants":["${grant}"]}}`;
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const chunks = [];
  request.on('data', (chunk) => void chunks.push(chunk));
  request.on('end', async () => {
    let [status, text] = [200, ''];
    try {
      text = request.url.endsWith('/health/ready') ? '{}' : await answer(request, Buffer.concat(chunks).toString());
    } catch (error) {
      [status, text] = [500, JSON.stringify({ errors: [{ message: String(error) }] })];
    }
    const send = () =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
        .end(text);
    if (delay > 0) setTimeout(send, delay);
    else send();
  });
});
server.listen(Number(PORT), '127.0.0.1', () => process.send?.({ port: server.address().port }));
process.on('message', (message) => {
  if (typeof message.delay === 'number') delay = message.delay;
});
process.on('disconnect', () => process.exit(0));
