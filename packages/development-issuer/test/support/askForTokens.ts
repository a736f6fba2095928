/** The token endpoint by hand, for requests that no honest page makes. */
import { type IssuerProcess, PAGES } from './issuerProcess';
import { openPage, openWalker, type Walker } from './walk';

/** What the token endpoint answered. */
export interface TokenAnswer {
  readonly status: number;
  readonly body: Record<string, string>;
  readonly headers: Headers;
}

/** Posts a form to the token endpoint, as the pages' client. */
export async function askForTokens(
  { url, settings }: IssuerProcess,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const body = new URLSearchParams({ client_id: settings.clientId, resource: settings.resource!, ...fields });
  const response = await fetch(`${url}/token`, { method: 'POST', body, headers });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, string>,
    headers: response.headers,
  };
}

/** A code that was just given to a page, and everything that is needed to exchange it. */
export async function codeFor(
  issuer: IssuerProcess,
  persona: string,
  walker: Walker = openWalker(PAGES),
): Promise<Record<'grant_type' | 'code' | 'code_verifier' | 'redirect_uri', string>> {
  const redirectUri = `${PAGES}/sign-in`;
  const page = openPage(walker, issuer.settings, redirectUri);
  await page.signIn.signIn();
  const { verifier } = [...page.kept.values()][0]!;
  const shown = await page.last();
  const landed = shown.html === '' ? shown : await walker.submit(shown, { persona });
  const code = new URL(landed.url).searchParams.get('code')!;
  return { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri };
}
