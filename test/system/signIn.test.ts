/** People sign in at the issuer of the running system and ask the graph: the flow that a browser takes, over HTTP. */
import { readGatewaySettings, type SignInSettings } from '@sammen/client/sign-in';
import { PERSONAS, type PersonaName } from '@sammen/population';
import { askForTokens, codeFor } from '../../packages/development-issuer/test/support/askForTokens';
import { PAGES, startIssuerProcess } from '../../packages/development-issuer/test/support/issuerProcess';
import { openPage, openWalker, type TestPage } from '../../packages/development-issuer/test/support/walk';
import { useSystem } from '../support/system';

const system = useSystem();
const WHO = '{ citizen(id: "%") { id name } }';
let settings: SignInSettings;

beforeAll(async () => {
  const told = await readGatewaySettings(`${system.baseUrls['gateway']}/settings.json`);
  expect(told).toMatchObject({ graphql: '/graphql', issuerKind: 'DEVELOPMENT' });
  settings = told.signIn!;
});

const open = (path = '/sign-in'): TestPage => {
  const origin = system.baseUrls['gateway']!;
  return openPage(openWalker(origin), settings, `${origin}${path}`);
};

async function ask(token: string, name: PersonaName) {
  const { purpose, exampleCitizenId } = PERSONAS[name];
  const response = await fetch(system.urls['gateway']!, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(purpose === null ? {} : { 'x-sammen-purpose': purpose }),
    },
    body: JSON.stringify({ query: WHO.replace('%', exampleCitizenId!) }),
  });
  return { status: response.status, body: (await response.json()) as any };
}

it.each([
  ['citizen', '/sign-in'],
  ['key-manager', '/sign-in'],
  ['outsider', '/consent/sign-in'],
] as const)('%s signs in and is answered as with a token of `sammen token`', async (name, path) => {
  const page = open(path);
  await page.signInAs(name);
  const answer = await ask(await page.signIn.accessToken(), name);
  expect(answer.status).toBe(200);
  expect(answer).toEqual(await ask(await system.token(name), name));
  const sees = name !== 'outsider';
  expect(answer.body.data.citizen.name).toEqual(sees ? expect.any(String) : null);
});

it('I-4: a token of another issuer opens nothing, nor does an ID token of ours', async () => {
  const stranger = await startIssuerProcess();
  try {
    const foreign = (await askForTokens(stranger, await codeFor(stranger, 'key-manager'))).body;
    expect(await ask(foreign['access_token']!, 'key-manager')).toMatchObject({ status: 401 });
  } finally {
    await stranger.stop();
  }
  const origin = system.baseUrls['gateway']!;
  let idToken = '';
  const watch: typeof fetch = async (...call) => {
    const answer = await fetch(...call);
    if (String(call[0]).endsWith('/token')) idToken = ((await answer.clone().json()) as any).id_token;
    return answer;
  };
  const page = openPage(openWalker(origin), settings, `${origin}/sign-in`, { fetch: watch });
  await page.signInAs('key-manager');
  expect(await ask(await page.signIn.accessToken(), 'key-manager')).toMatchObject({ status: 200 });
  expect(await ask(idToken, 'key-manager')).toMatchObject({ status: 401 });
});

it('the issuer knows the pages by both names of this machine, and no other address', async () => {
  const port = new URL(system.baseUrls['gateway']!).port;
  for (const [origin, lands] of [
    [`http://localhost:${port}`, true],
    [PAGES, false],
  ] as const) {
    const page = openPage(openWalker(origin), settings, `${origin}/sign-in`);
    await page.signIn.signIn();
    expect((await page.last()).status).toBe(lands ? 200 : 400);
  }
});
