import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, createLog } from '../src/index.js';
import { ANALYST } from './support/people.js';
import { OPEN } from './support/installation.js';
import { startWorld, type Answer, type World } from './support/world.js';
import { until } from './support/until.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const NAME = 'query Name($id: ID!) { citizen(id: $id) { name } }';
const TWO = 'query A { psychiatryStatus } query B { municipalityStatus }';
const GONE = '{ noSuchField }';
const OTHER = '{ psychiatryStatus }';
const listOf = (...texts: string[]) => JSON.stringify(Object.fromEntries(texts.map((text) => [sha256(text), text])));

const folder = mkdtempSync(join(tmpdir(), 'sammen-documents-'));
const file = join(folder, 'documents.json');
const admission = { ...OPEN, persistedDocumentsFile: file, freeTextRoles: ['ANALYST'] } as const;
let world: World;
beforeAll(async () => {
  writeFileSync(file, listOf(NAME, TWO, GONE));
  world = await startWorld({ admission });
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions['code']];
const send = (body: object, options = {}) => world.ask('', { body: JSON.stringify(body), ...options });
const variables = { id: 'c1' };
const byApollo = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });
const logged = (event: string) => world.log.map((line) => JSON.parse(line)).filter((line) => line.event === event);
function replaceList(text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

describe('a document of the list', () => {
  it.each([
    ['by its hash', { documentId: `sha256:${sha256(NAME)}` }],
    ['by its hash alone', { documentId: sha256(NAME) }],
    ['as Apollo’s clients ask', { extensions: byApollo(sha256(NAME)) }],
    ['in full', { query: NAME }],
    ['in full with its hash', { query: NAME, documentId: `sha256:${sha256(NAME)}` }],
    ['in full as Apollo’s clients register it', { query: NAME, extensions: byApollo(sha256(NAME)) }],
  ])('is answered %s, to every role', async (_how, asked) => {
    const { status, body } = await send({ ...asked, variables });
    expect([status, body.data]).toEqual([200, { citizen: { name: 'Name of c1' } }]);
  });

  it('may hold several operations', async () => {
    const { body } = await send({ documentId: `sha256:${sha256(TWO)}`, operationName: 'B' });
    expect(body.data).toEqual({ municipalityStatus: 'open' });
    expect(codeOf(await send({ documentId: `sha256:${sha256(TWO)}` }))).toEqual([400, 'OPERATION_NOT_FOUND']);
  });

  it('that no longer fits the graph is in the log by its hash, and refused', async () => {
    await until(() => logged('persisted document does not fit').length > 0);
    expect(logged('persisted document does not fit').map(({ document }) => document)).toEqual([sha256(GONE)]);
    expect(codeOf(await send({ documentId: sha256(GONE) }))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('anything else', () => {
  it.each([
    ['a hash that is not listed', { documentId: `sha256:${sha256(OTHER)}` }, 400, 'DOCUMENT_UNKNOWN'],
    ['a hash of another kind', { documentId: `md5:${'0'.repeat(32)}` }, 400, 'DOCUMENT_UNKNOWN'],
    ['a hash that is no text', { documentId: 7 }, 400, 'DOCUMENT_UNKNOWN'],
    ['a name every object has', { documentId: 'constructor' }, 400, 'DOCUMENT_UNKNOWN'],
    ['an unlisted hash as Apollo’s clients ask', { extensions: byApollo(sha256(OTHER)) }, 400, 'DOCUMENT_UNKNOWN'],
    ['text of one’s own', { query: OTHER }, 403, 'FREE_TEXT_OFF'],
    ['a listed text with a space more', { query: `${NAME} ` }, 403, 'FREE_TEXT_OFF'],
    [
      'text of one’s own under a listed hash',
      { query: OTHER, documentId: `sha256:${sha256(NAME)}` },
      400,
      'DOCUMENT_MISMATCH',
    ],
    [
      'text of one’s own, registered as Apollo’s clients do',
      { query: OTHER, extensions: byApollo(sha256(OTHER)) },
      403,
      'FREE_TEXT_OFF',
    ],
  ])('is refused: %s', async (_what, asked, status, code) => {
    world.graph.reset();
    const answer = await send(asked);
    expect(codeOf(answer)).toEqual([status, code]);
    expect(answer.body.errors![0]!.extensions['next']).toMatch(/list|hash/);
    expect(answer.body.data).toBeUndefined();
    expect(world.graph.all.flatMap(({ received }) => received)).toEqual([]);
  });

  it('is for the roles that may explore, who put nothing on the list by it', async () => {
    const analyst = { as: ANALYST, purpose: null };
    const asked = { query: OTHER, extensions: byApollo(sha256(OTHER)) };
    expect((await send(asked, analyst)).body.data).toEqual({ psychiatryStatus: 'open' });
    expect(codeOf(await send({ extensions: byApollo(sha256(OTHER)) }, analyst))).toEqual([400, 'DOCUMENT_UNKNOWN']);
    expect(codeOf(await send({ query: OTHER }))).toEqual([403, 'FREE_TEXT_OFF']);
  });
});

describe('a list that changes', () => {
  afterEach(async () => {
    const before = logged('persisted documents loaded').length;
    replaceList(listOf(NAME, TWO, GONE));
    await until(() => logged('persisted documents loaded').length > before);
  });

  it('is in force from then on, also as Apollo’s clients write it', async () => {
    const operations = [{ id: sha256(OTHER), name: 'Status', type: 'query', body: OTHER }];
    replaceList(JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
    await until(async () => (await send({ query: OTHER })).body.data?.psychiatryStatus === 'open');
    expect(codeOf(await send({ query: NAME, variables }))).toEqual([403, 'FREE_TEXT_OFF']);
  });

  it.each([
    ['holds a text under another hash', JSON.stringify({ [sha256(NAME)]: OTHER }), sha256(NAME)],
    ['holds a name that is no hash', JSON.stringify({ name: NAME }), 'entry 1'],
    ['holds no text', JSON.stringify({ [sha256(NAME)]: null }), 'entry 1'],
    [
      'holds nothing where an operation should be',
      `{"format":"apollo-persisted-query-manifest","operations":[null]}`,
      '1',
    ],
    ['is of another format', '{"format":"other","operations":[]}', 'format'],
    ['is a list', '[]', 'JSON object'],
    ['is half written', listOf(NAME).slice(0, 90), 'not JSON'],
  ])('is refused when it %s: the old one stays', async (_what, text, said) => {
    const before = logged('persisted documents refused').length;
    replaceList(text);
    await until(() => logged('persisted documents refused').length > before);
    const { code, reason } = logged('persisted documents refused').at(-1);
    expect([code, reason]).toEqual(['PERSISTED_DOCUMENTS_BROKEN', expect.stringContaining(said)]);
    expect((await send({ documentId: sha256(NAME), variables })).status).toBe(200);
  });
});

it('I-4: a gateway does not start on a list that is wrong or missing, and names the hash', async () => {
  const start = async (persistedDocumentsFile: string) => {
    const config = { ...world.config, admission: { ...admission, persistedDocumentsFile } };
    const gateway = createGateway(config, createLog('silent'));
    await gateway.start().then(() => gateway.stop());
  };
  const wrong = join(folder, 'wrong.json');
  writeFileSync(wrong, JSON.stringify({ [sha256(NAME)]: OTHER }));
  await expect(start(wrong)).rejects.toMatchObject({
    code: 'PERSISTED_DOCUMENTS_BROKEN',
    message: expect.stringContaining(sha256(NAME)),
  });
  await expect(start(join(folder, 'missing.json'))).rejects.toMatchObject({ code: 'PERSISTED_DOCUMENTS_UNREADABLE' });
});

it('without a list, a hash names nothing', async () => {
  const open = await startWorld();
  try {
    const body = (asked: object) => ({ body: JSON.stringify(asked) });
    expect(codeOf(await open.ask('', body({ documentId: `sha256:${sha256(NAME)}` })))).toEqual([
      400,
      'DOCUMENT_UNKNOWN',
    ]);
    const asApollo = await open.ask('', body({ extensions: byApollo(sha256(NAME)) }));
    expect(codeOf(asApollo)).toEqual([200, 'PERSISTED_QUERY_NOT_SUPPORTED']);
  } finally {
    await open.stop();
  }
});
