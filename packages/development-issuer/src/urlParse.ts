/** oidc-provider is written for Node 22; of what it uses, Node 20 lacks this one function. */

/** Gives `URL` its `parse` where it has none. */
export function provideUrlParse(): void {
  if ('parse' in URL) return;
  const parse = (text: string, base?: string): URL | null => (URL.canParse(text, base) ? new URL(text, base) : null);
  Object.assign(URL, { parse });
}
