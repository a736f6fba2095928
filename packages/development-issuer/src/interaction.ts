/** The one step in which a person is asked something: who they want to be. */
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Accounts } from './accounts.js';
import { signInPage } from './pages/signInPage.js';
import { readForm } from './readForm.js';
import { languageOf } from './texts/languages.js';

const STEP = /^\/interaction\/[\w-]{1,100}$/;

/** Answers the step's page and its form; false for every other address. Throws what oidc-provider says of a step that is over. */
export async function answerInteraction(
  ctx: KoaContextWithOIDC,
  provider: Provider,
  accounts: Accounts,
): Promise<boolean> {
  if (!STEP.test(ctx.path) || !['GET', 'POST'].includes(ctx.method)) return false;
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  const show = (): true => {
    ctx.type = 'html';
    ctx.body = signInPage(languageOf(ctx.query['lang'], params['ui_locales']), accounts.personas);
    return true;
  };
  if (ctx.method === 'GET') return show();
  const form = await readForm(ctx.req);
  const persona = accounts.byName(form.get('persona') ?? '');
  const cancelled = form.get('cancel') === 'yes';
  if (persona === undefined && !cancelled) return show();
  const result = cancelled ? { error: 'access_denied' } : { login: { accountId: persona!.actor.id } };
  const next = await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
  ctx.status = 303;
  ctx.redirect(next);
  return true;
}
