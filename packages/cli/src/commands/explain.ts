/** `sammen explain`: how the gateway carries out a query, asked as a made-up person: plan, fetches, times, what was withheld where. */
import { readFile } from 'node:fs/promises';
import { claimHolder } from '@sammen/local-postgres';
import { type Command, DATA_OPTION, JSON_OPTION, usage } from '../command.js';
import { cliError } from '../errors.js';
import { EXAMPLE_QUERY } from '../exampleQuery.js';
import { explainedAnswer } from '../explaining/explainedAnswer.js';
import { printExplanation } from '../explaining/printExplanation.js';
import { baseUrl } from '../system/environment.js';
import { findPersona } from '../system/findPersona.js';
import { openDevelopmentIssuer } from '../system/keys.js';
import { readRunRecord } from '../system/runRecord.js';
import { makeStateFolder, type StateFolder, stateFolder } from '../system/stateFolder.js';

async function gatewayOf(state: StateFolder): Promise<string> {
  const record = readRunRecord(state.runRecord);
  const running = (await claimHolder(state.claim)) !== undefined && record?.ready === true;
  if (!running || !('gateway' in record.processes)) {
    throw cliError('NOT_RUNNING', { message: 'The gateway is not running in this folder.' });
  }
  return baseUrl(record.ports['gateway']);
}

function readVariables(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw usage('explain', '--variables is a JSON object.');
}

async function readQuery(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw usage('explain', 'The file with the query cannot be read.');
  });
}

/** See the file's sentence. */
export const explain: Command = {
  name: 'explain',
  operands: '[query file]',
  summary: 'Show how the gateway carries out a query: plan, fetches, times, what was withheld where.',
  options: [
    { name: 'persona', value: 'NAME', text: 'Who asks.', default: 'key-manager' },
    { name: 'purpose', value: 'PURPOSE', text: "What for, if not the persona's own." },
    { name: 'variables', value: 'JSON', text: 'Variables; "id" is the citizen to try when it is not among them.' },
    { name: 'operation', value: 'NAME', text: 'Which operation of the file.' },
    { name: 'url', value: 'URL', text: 'Address of the gateway, when it does not run in this folder.' },
    JSON_OPTION,
    DATA_OPTION,
  ],
  details: ['Without a file it explains the overview that `npx sammen start` prints. The answer itself is not shown.'],
  async run({ values, positionals }, { root, config, stdout }) {
    if (positionals.length > 1) throw usage('explain', 'Name one file.');
    const variables = readVariables(String(values['variables'] ?? '{}'));
    const [file] = positionals;
    const query = file === undefined ? EXAMPLE_QUERY : await readQuery(file);
    const state = stateFolder(root, String(values['data']));
    const persona = await findPersona('explain', String(values['persona']), state, config);
    const base = String(values['url'] ?? (await gatewayOf(state)));
    await makeStateFolder(state);
    const explanation = await explainedAnswer({
      base,
      token: await openDevelopmentIssuer(state, config.production).issue(persona.actor),
      purpose: (values['purpose'] as string | undefined) ?? persona.purpose,
      query,
      variables: { ...(persona.exampleCitizenId ? { id: persona.exampleCitizenId } : {}), ...variables },
      operationName: values['operation'] === undefined ? undefined : String(values['operation']),
    });
    const text = values['json'] ? JSON.stringify(explanation, null, 2) : printExplanation(explanation).join('\n');
    stdout.write(`${text}\n`);
    return 0;
  },
};
