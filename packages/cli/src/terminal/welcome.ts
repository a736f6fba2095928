/** What a newcomer reads when everything runs: where, as whom, and a query to paste. */
import { type Persona, personasOf } from '@sammen/population';
import { DATA_OPTION } from '../command.js';
import { EXAMPLE_QUERY } from '../exampleQuery.js';
import type { RunningSystem } from '../system/createSystem.js';

const EXAMPLE_PERSONA = 'key-manager';

/** A command for a shell that asks the running gateway. @param data the folder of its data, as it was given */
export function exampleCommand(gateway: string, data: string, persona: Persona): string {
  const { name, purpose, exampleCitizenId } = persona;
  const folder = data === DATA_OPTION.default ? '' : ` --data ${quoted(data)}`;
  const body = JSON.stringify({
    query: EXAMPLE_QUERY.replace(/\s+/g, ' '),
    variables: { id: exampleCitizenId },
  });
  return [
    `curl -s ${gateway}/graphql \\`,
    `  -H "authorization: Bearer $(npx sammen token ${name}${folder})" \\`,
    `  -H 'x-sammen-purpose: ${purpose}' -H 'content-type: application/json' \\`,
    `  -d '${body}'`,
  ].join('\n');
}

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** GraphQL, but for the development issuer, which speaks OpenID Connect. */
const addressOf = (name: string, urls: RunningSystem['urls']): string =>
  name === 'issuer' ? urls[name]! : `${urls[name]}/graphql`;

/** The text of a successful start. @param data the folder of its data, as it was given */
export function welcome({ urls, started, mocked, seed }: RunningSystem, seconds: string, data: string): string {
  const known = personasOf(seed);
  const width = Math.max(...Object.keys(known).map((name) => name.length));
  const personas = Object.values(known).map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`);
  const services = started.map((name) => {
    const mark = mocked.includes(name) ? '  MOCK: made-up records, nothing can be changed' : '';
    return `  ${name.padEnd(width)}  ${addressOf(name, urls)}${mark}`;
  });
  return [
    '',
    `Sammen is ready after ${seconds} s.`,
    '',
    ...services,
    '',
    'Personas (npx sammen token <persona> prints a token):',
    '',
    ...personas,
    '',
    ...(started.includes('gateway') && started.includes('issuer')
      ? [`In a browser: ${urls['gateway']}/ and ${urls['gateway']}/consent; sign in as any of them.`, '']
      : []),
    ...(started.includes('gateway')
      ? ['Paste into another terminal:', '', exampleCommand(urls['gateway']!, data, known[EXAMPLE_PERSONA]), '']
      : []),
    `Ctrl-C stops everything; the data stays in ${data}.`,
    '',
  ].join('\n');
}

/** The same for machines. */
export function welcomeJson({ urls, started, mocked, seed }: RunningSystem): object {
  return {
    services: Object.fromEntries(started.map((name) => [name, addressOf(name, urls)])),
    mocked,
    personas: Object.values(personasOf(seed)).map(({ name, actor, purpose, exampleCitizenId }) => ({
      persona: name,
      role: actor.role,
      purpose,
      exampleCitizenId,
    })),
  };
}
