/** Signing out, having signed out, and what is shown when there is no page to go back to. */
import type { Language } from '../texts/texts.js';
import { html, trusted } from './html.js';
import { layout } from './layout.js';

/** Asks whether somebody wants to sign out; `form` is oidc-provider's own, with what keeps others from sending it. */
export function signOutPage(language: Language, form: string): string {
  return layout({
    language,
    canSwitch: false,
    title: (texts) => texts.signOutTitle,
    body: (texts) =>
      html`<p>${texts.signOutQuestion}</p>
        ${trusted(form)}
        <p><button class="main" form="op.logoutForm" name="logout" value="yes">${texts.signOut}</button></p>
        <p>${texts.staySignedIn}</p>`,
  });
}

/** Says that somebody is signed out. */
export function signedOutPage(language: Language): string {
  const page = { language, canSwitch: false, title: (texts: { signedOutTitle: string }) => texts.signedOutTitle };
  return layout({ ...page, body: (texts) => html`<p>${texts.signedOut}</p>` });
}

/** Says what went wrong by its code; the library's own words quote what was sent. */
export function errorPage(language: Language, code: string): string {
  return layout({
    language,
    canSwitch: false,
    title: (texts) => texts.errorTitle,
    body: (texts) =>
      html`<p>${texts.errorText}</p>
        <p>${texts.errorNext}</p>
        <p>${texts.errorCode}: <code>${/^[a-z_]{1,60}$/.test(code) ? code : 'server_error'}</code></p>`,
  });
}
