/** `sammen import`: what a sector's own systems sent, handed to the running subgraph's inbox message by message. */
import { createServiceSigner } from '@sammen/identity';
import { claimHolder } from '@sammen/local-postgres';
import { type Command, DATA_OPTION, JSON_OPTION, usage } from '../command.js';
import { cliError } from '../errors.js';
import { findFiles } from '../importing/findFiles.js';
import { type MessageResult, OUTCOMES, postMessage } from '../importing/postMessage.js';
import { baseUrl } from '../system/environment.js';
import { IMPORT_SERVICE, serviceJwksFileOf, serviceKeyFileOf } from '../system/keys.js';
import { readRunRecord } from '../system/runRecord.js';
import { type StateFolder, stateFolder } from '../system/stateFolder.js';

async function addressOf(state: StateFolder, sector: string): Promise<string> {
  const record = readRunRecord(state.runRecord);
  const running = (await claimHolder(state.claim)) !== undefined && record?.ready === true;
  if (!running || !(sector in record.processes)) {
    throw cliError('NOT_RUNNING', { message: `The subgraph ${sector} is not running in this folder.` });
  }
  return baseUrl(record.ports[sector]);
}

/** See the file's sentence. */
export const importFiles: Command = {
  name: 'import',
  operands: '<sector> <files or folders…>',
  summary: "Hand files of a sector's own systems to its running subgraph.",
  options: [
    { name: 'url', value: 'URL', text: 'Address of the subgraph, when it does not run in this folder.' },
    { name: 'key', value: 'FILE', text: 'Private key to sign with, instead of the one of this folder.' },
    { name: 'service-keys', value: 'FILE', text: 'Public keys of the services, instead of those of this folder.' },
    JSON_OPTION,
    DATA_OPTION,
  ],
  details: ['Of a folder, all .json and .xml files below it are taken, in the order of their names.'],
  async run({ values, positionals }, { root, stdout }) {
    const [sector, ...paths] = positionals;
    if (sector === undefined || paths.length === 0) throw usage('import', 'Name a sector and at least one file.');
    const files = await findFiles(paths);
    const state = stateFolder(root, String(values['data']));
    const base = String(values['url'] ?? (await addressOf(state, sector)));
    const keyFile = String(values['key'] ?? serviceKeyFileOf(state, IMPORT_SERVICE));
    const jwksFile = String(values['service-keys'] ?? serviceJwksFileOf(state));
    const inbox = { base, sector, signer: createServiceSigner({ keyFile, jwksFile, service: IMPORT_SERVICE }) };
    const results: MessageResult[] = [];
    for (const file of files) {
      const result = await postMessage(inbox, file);
      results.push(result);
      if (!values['json'] && result.outcome === 'refused') {
        stdout.write(`  ✗ ${file}: ${result.reasons.join('; ')}\n`);
      }
    }
    const summary = OUTCOMES.map(
      (outcome) => [outcome, results.filter((one) => one.outcome === outcome).length] as const,
    );
    if (values['json']) {
      stdout.write(`${JSON.stringify({ summary: Object.fromEntries(summary), results }, null, 2)}\n`);
    } else {
      stdout.write(`${files.length} files: ${summary.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}\n`);
    }
    const refused = results.filter(({ outcome }) => outcome === 'refused').length;
    if (refused > 0)
      throw cliError('IMPORT_REFUSED', { message: `${refused} of ${files.length} files were not taken.` });
    return 0;
  },
};
