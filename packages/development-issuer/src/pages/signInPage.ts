/** Who do you want to be: one button for each persona, in a form that needs no script. */
import type { Persona } from '@sammen/population';
import type { Language } from '../texts/texts.js';
import { html } from './html.js';
import { layout } from './layout.js';

/** The page; its form is posted to its own address. */
export function signInPage(language: Language, personas: readonly Persona[]): string {
  return layout({
    language,
    canSwitch: true,
    title: (texts) => texts.signInTitle,
    body: (texts) =>
      html`<p class="note"><strong>${texts.developmentOnly}.</strong> ${texts.noPassword}</p>
        <form method="post">
          <h2 id="choose">${texts.choose}</h2>
          <ul class="people" aria-labelledby="choose">
            ${personas.map(
              ({ name, displayName, actor }) =>
                html`<li>
                  <button name="persona" value="${name}">
                    <span><strong>${displayName}</strong> ${texts.roles[actor.role]}</span>
                    <code>${name}</code>
                    <small>${texts.personas[name]}</small>
                  </button>
                </li>`,
            )}
          </ul>
          <p><button name="cancel" value="yes">${texts.cancel}</button></p>
        </form>`,
  });
}
