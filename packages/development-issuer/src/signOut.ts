/** Signing out is for everywhere: the sessions of that person in all browsers, and every refresh token of theirs. */
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { MemoryStore } from './memoryStore.js';
import { signedOutPage, signOutPage } from './pages/otherPages.js';
import { languageOf } from './texts/languages.js';

const languageIn = (ctx: KoaContextWithOIDC) => languageOf(undefined, ctx.oidc.params?.['ui_locales']);

/**
 * Whoever shows an ID token of the very person whose session this is, is signed out at once; anybody else could have
 * sent the browser here, so the person is asked. `form` is oidc-provider's, with a secret of the session in it.
 */
export async function askOrSignOut(ctx: KoaContextWithOIDC, form: string, store: MemoryStore): Promise<void> {
  const { session, params, entities, provider } = ctx.oidc;
  const accountId = session?.accountId;
  const hint = entities['IdTokenHint'] as { readonly payload: { readonly sub?: unknown } } | undefined;
  if (session === undefined || accountId === undefined || hint?.payload.sub !== accountId) {
    ctx.type = 'html';
    ctx.body = signOutPage(languageIn(ctx), form);
    return;
  }
  await session.destroy();
  store.forget(accountId);
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

/** After somebody was asked and said yes, oidc-provider ends that one session; the others of that person follow. */
export async function endEverySession(ctx: KoaContextWithOIDC, store: MemoryStore): Promise<void> {
  if (ctx.oidc?.route !== 'end_session_confirm') return;
  const { session } = ctx.oidc;
  if (session?.accountId === undefined || ctx.status !== 303) return;
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
