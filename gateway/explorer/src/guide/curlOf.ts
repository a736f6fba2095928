/** The same question from a terminal. The token is never in it: it is fetched when the command runs. */

interface Asked {
  readonly url: string;
  readonly query: string;
  readonly variables: unknown;
  readonly purpose: string | null;
  /** A made-up person of a development installation; null where tokens come from elsewhere. */
  readonly persona: string | null;
}

/** A command for a POSIX shell. */
export function curlOf({ url, query, variables, purpose, persona }: Asked): string {
  const token = persona === null ? '$TOKEN' : `$(npx sammen token ${persona})`;
  const body = JSON.stringify({ query: query.trim(), variables });
  return [
    `curl -s ${quoted(url)}`,
    `-H "authorization: Bearer ${token}"`,
    ...(purpose === null ? [] : [`-H ${quoted(`x-sammen-purpose: ${purpose}`)}`]),
    `-H 'content-type: application/json'`,
    `-d ${quoted(body)}`,
  ].join(' \\\n  ');
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
