/** HTML in which every value is escaped unless it is HTML already, so that no page can forget it. */

/** A piece of HTML. */
export interface Html {
  readonly html: string;
}

type Value = Html | readonly Html[] | string;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const textOf = (value: Value): string => {
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);
  return 'html' in value ? value.html : value.map(({ html: text }) => text).join('\n');
};

/** A template of HTML. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.map((text, index) => text + (index < values.length ? textOf(values[index]!) : '')).join('') };
}

/** Text that is HTML because this process made it, or the library that it builds on. */
export const trusted = (text: string): Html => ({ html: text });
