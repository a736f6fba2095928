/** What all pages of the issuer have in common: one heading, a switch of language, and nothing from elsewhere. */
import { LANGUAGES } from '../texts/languages.js';
import type { Language, Texts } from '../texts/texts.js';
import { html, type Html } from './html.js';

/** A page in one language. */
export interface Page {
  readonly language: Language;
  readonly title: (texts: Texts) => string;
  readonly body: (texts: Texts) => Html;
  /** The switch works where asking for the page again shows it again. */
  readonly canSwitch: boolean;
}

/** The whole document. */
export function layout({ language, title, body, canSwitch }: Page): string {
  const texts = LANGUAGES[language];
  const others = (Object.keys(LANGUAGES) as Language[]).filter((one) => one !== language);
  const switches = others.map(
    (one) => html`<a href="?lang=${one}" lang="${one}" hreflang="${one}">${LANGUAGES[one].language}</a>`,
  );
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title(texts)}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <span>Sammen</span>${canSwitch ? html`<nav aria-label="Sprog / Language">${switches}</nav>` : ''}
        </header>
        <main>
          <h1>${title(texts)}</h1>
          ${body(texts)}
        </main>
      </body>
    </html> `.html;
}
