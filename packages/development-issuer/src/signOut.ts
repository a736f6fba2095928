/** Signing out is for everywhere: the sessions of that person in all browsers, and every refresh token of theirs. */
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { MemoryStore } from './memoryStore.js';
import { signedOutPage, signOutPage } from './pages/otherPages.js';
import { readForm } from './readForm.js';
import { languageOf } from './texts/languages.js';

const languageIn = (ctx: KoaContextWithOIDC) => languageOf(undefined, ctx.oidc.params?.['ui_locales']);

/**
 * Signing out may be posted, so that the ID token stands in no address. oidc-provider reads it from the address alone as
 * long as its cookie stays with this site, so it is told inside this process that it was asked that way.
 */
export async function takePostedSignOut(ctx: KoaContextWithOIDC): Promise<void> {
  if (ctx.method !== 'POST' || ctx.path !== '/session/end') return;
  ctx.querystring = (await readForm(ctx.req)).toString();
  ctx.method = 'GET';
}

/**
 * Whoever shows an ID token of the very person whose session this is, is signed out at once; anybody else could have
 * sent the browser here, so the person is asked. `form` is oidc-provider's, with a secret of the session in it.
 */
export async function askOrSignOut(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const { session, params, provider } = ctx.oidc;
  if (session?.accountId === undefined || hintedBy(ctx) !== session.accountId) {
    ctx.type = 'html';
    ctx.body = signOutPage(languageIn(ctx), form);
    return;
  }
  await session.destroy();
  ctx.cookies.set(provider.cookieName('session'), null, { httpOnly: true, sameSite: 'lax' });
  provider.emit('end_session.success', ctx);
  ctx.status = 303;
  ctx.redirect(afterwards(ctx, params ?? {}));
}

/** oidc-provider has compared the address with those that are registered. */
function afterwards(ctx: KoaContextWithOIDC, params: Readonly<Record<string, unknown>>): string {
  const { post_logout_redirect_uri: uri, state } = params;
  if (typeof uri !== 'string') return ctx.oidc.urlFor('end_session_success');
  const url = new URL(uri);
  if (typeof state === 'string') url.searchParams.set('state', state);
  return url.href;
}

/** Whose ID token came with the request; oidc-provider has verified it. */
function hintedBy({ oidc }: KoaContextWithOIDC): string | undefined {
  const hint = oidc.entities['IdTokenHint'] as { readonly payload: { readonly sub?: unknown } } | undefined;
  return typeof hint?.payload.sub === 'string' ? hint.payload.sub : undefined;
}

/**
 * After a request was answered: whoever showed their ID token, or was asked and said yes, is signed out in every browser.
 * The ID token is enough where the browser does not send its cookie, which it keeps from other sites.
 */
export function endEverySession(ctx: KoaContextWithOIDC, store: MemoryStore): void {
  const { route, session } = ctx.oidc ?? {};
  if (ctx.status >= 400) return;
  if (route === 'end_session') {
    const accountId = hintedBy(ctx);
    if (accountId !== undefined) store.forget(accountId);
  }
  if (route !== 'end_session_confirm' || session?.accountId === undefined) return;
  // Signing in as somebody else in the same browser ends a session too, and comes back to this issuer.
  const goesOn = session.state?.['postLogoutRedirectUri'];
  const switches = typeof goesOn === 'string' && goesOn.startsWith(`${ctx.oidc.issuer}/`);
  if (!switches) store.forget(session.accountId);
}

/** The page for whoever has none to go back to. */
export function showSignedOut(ctx: KoaContextWithOIDC): void {
  ctx.type = 'html';
  ctx.body = signedOutPage(languageIn(ctx));
}
