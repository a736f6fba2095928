/** Pages over HTTP: what browsers are told of them, what they are given, and what nobody gets without a token. */
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastify, { type FastifyInstance } from 'fastify';
import { addPages } from '../src/pages/addPages.js';
import { readQuestions } from '../src/pages/questions.js';
import { CITIZEN, PSYCHIATRIST } from './support/people.js';
import { startWorld, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  const signIn = {
    issuer: 'https://issuer.test/oidc',
    clientId: 'c',
    scope: 'openid',
    resource: null,
    endSession: null,
  };
  world = await startWorld({ pages: { signIn, issuerKind: 'CONFIGURED' } });
});
afterAll(() => world.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(world.address + path, { headers });
const as = async (actor: typeof PSYCHIATRIST) => ({ authorization: `Bearer ${await world.token(actor)}` });

/** Where the explorer's own script is. */
const scriptOf = async (): Promise<string> => /src="(\/assets\/[^"]+\.js)"/.exec(await (await get('/')).text())![1]!;

/** A Fastify of its own that serves made-up pages from a folder. */
async function withFolder(work: (folder: string, app: FastifyInstance) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sammen-pages-'));
  const app = fastify();
  try {
    await work(folder, app);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
const pageIn = (folder: string) => ({
  name: 'made-up',
  routes: ['/here'],
  assets: '/here/assets/',
  hasStyleAttributes: false,
  built: pathToFileURL(`${folder}/`),
});

it.each(['/', '/sign-in'])('%s is the explorer, kept by no cache and loading from nowhere else', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('<div id="root">');
});

it('a page may talk to its own origin and to where people sign in, and is framed by nobody', async () => {
  const { headers } = await get('/');
  const policy = Object.fromEntries(
    headers
      .get('content-security-policy')!
      .split('; ')
      .map((part) => [part.split(' ')[0]!, part.split(' ').slice(1).join(' ')]),
  );
  expect(policy).toEqual({
    'default-src': "'self'",
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'connect-src': "'self' https://issuer.test",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self' https://issuer.test",
    'frame-ancestors': "'none'",
  });
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('permissions-policy')).toContain('camera=()');
});

it('a file whose name changes with its content is kept for good, under the same policy', async () => {
  const { status, headers } = await get(await scriptOf());
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(headers.get('content-type')).toContain('javascript');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip; q=0.5', 'gzip'],
  ['*', null],
  ['identity', null],
])('to whoever takes %s a script is sent as %s, and is the same when unpacked', async (accepted, encoding) => {
  const script = await scriptOf();
  const onDisk = readFileSync(join(__dirname, '../explorer/dist', script));
  const response = await get(script, { 'accept-encoding': accepted });
  const { headers } = response;
  expect([headers.get('content-encoding'), headers.get('vary')]).toEqual([encoding, 'accept-encoding']);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(onDisk);
  const length = Number(headers.get('content-length'));
  if (encoding === null) expect(length).toBe(onDisk.length);
  else expect(length).toBeLessThan(onDisk.length / 2);
});

it('who has a file is not sent it again, and each way of writing it has a tag of its own', async () => {
  const script = await scriptOf();
  const tags = [];
  for (const encoding of ['br', 'gzip', 'identity']) {
    const tag = (await get(script, { 'accept-encoding': encoding })).headers.get('etag')!;
    const again = await get(script, { 'accept-encoding': encoding, 'if-none-match': `W/"other", ${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    tags.push(tag);
  }
  expect(new Set(tags).size).toBe(3);
});

it('what is too small to shrink is sent as it is, and a head has no body', async () => {
  const icon = /href="(\/assets\/[^"]+\.svg)"/.exec(await (await get('/')).text())![1]!;
  const response = await fetch(world.address + icon, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
  expect([response.status, response.headers.get('content-encoding'), response.headers.get('content-type')]).toEqual([
    200,
    null,
    'image/svg+xml',
  ]);
  expect(await response.text()).toBe('');
});

it.each([
  '/assets/none.js',
  '/assets/',
  '/assets/../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/sources.json',
])('%s is not there', async (path) => {
  const { status, headers } = await get(path);
  expect(status).toBe(404);
  expect(headers.get('cache-control')).toBe('no-store');
});

it('a page that is not built says so, and how to ask without it', () =>
  withFolder(async (folder, app) => {
    addPages(app, [], [pageIn(folder)]);
    const response = await fetch(`${await app.listen({ host: '127.0.0.1', port: 0 })}/here`);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('npm run build:pages');
    expect(text).toContain('x-sammen-purpose');
    expect(text).not.toMatch(/<script|<link|<img|https?:\/\/(?!127\.0\.0\.1)/);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
  }));

it('a page whose elements need no style attribute may have none', () =>
  withFolder(async (folder, app) => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<p>here</p>');
    writeFileSync(join(folder, 'assets/a-1.css'), 'p{}');
    addPages(app, [], [pageIn(folder)]);
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    expect((await fetch(`${address}/here`)).headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(await (await fetch(`${address}/here/assets/a-1.css`)).text()).toBe('p{}');
  }));

it('whoever is signed in is told what the gateway lets their role do, the default purpose first', async () => {
  const response = await get('/capabilities.json', await as(PSYCHIATRIST));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    role: 'PSYCHIATRIST',
    purposes: ['TREATMENT', 'CARE_COORDINATION', 'PSYK_13C'],
    explain: false,
    introspection: true,
    freeText: true,
  });
});

it.each(['/capabilities.json', '/schema-labels.json'])('I-4: %s is for nobody without a token', async (path) => {
  for (const headers of [{}, { authorization: 'Bearer nonsense' }] as Record<string, string>[]) {
    const response = await get(path, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  }
});

it('the labels of fields say what kind of data they hold and which subgraph has them', async () => {
  const { fields } = (await (await get('/schema-labels.json', await as(CITIZEN))).json()) as any;
  expect(fields['Citizen.name']).toEqual({ category: 'IDENTITY', sources: ['citizen'] });
  expect(Object.keys(fields).filter((name) => name.startsWith('_'))).toEqual([]);
});

it('labels are for roles that may see what the graph looks like', async () => {
  const shut = await startWorld({ admission: { ...world.config.admission, introspectionRoles: ['ANALYST'] } });
  try {
    const headers = { authorization: `Bearer ${await shut.token(CITIZEN)}` };
    const response = await fetch(`${shut.address}/schema-labels.json`, { headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INTROSPECTION_OFF' } }] });
  } finally {
    await shut.stop();
  }
});

it('questions are the files of their folder as they are; one that is too long is only named', () =>
  withFolder(async (folder) => {
    writeFileSync(join(folder, 'b.graphql'), 'query B { a }');
    writeFileSync(join(folder, 'a æ.graphql'), 'not graphql');
    writeFileSync(join(folder, 'long.graphql'), '#'.repeat(70_000));
    writeFileSync(join(folder, 'README.md'), 'no question');
    expect(await readQuestions(pathToFileURL(`${folder}/`))).toEqual([
      { file: 'a æ.graphql', text: 'not graphql' },
      { file: 'b.graphql', text: 'query B { a }' },
      { file: 'long.graphql', text: null },
    ]);
    expect(await readQuestions(pathToFileURL(`${folder}/none/`))).toEqual([]);
  }));
