/** `sammen audit`: whether the access log is what was written, a checkpoint to keep, and the log for others to read. */
import { exportCheckpoint } from '../audit/checkpoint.js';
import { exportEvents } from '../audit/exportEvents.js';
import { verify } from '../audit/verify.js';
import { type Command, type CommandInput, DATA_OPTION, usage } from '../command.js';
import { stateFolder } from '../system/stateFolder.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/;

const text = ({ values }: CommandInput, option: string): string | undefined =>
  values[option] === undefined ? undefined : String(values[option]);

function citizenOf(input: CommandInput): string | null {
  const id = text(input, 'citizen')?.toLowerCase() ?? null;
  if (id !== null && !ID.test(id)) throw usage('audit', '--citizen is the id of a citizen.');
  return id;
}

function momentOf(input: CommandInput, option: string): Date | null {
  const value = text(input, option);
  if (value === undefined) return null;
  const moment = MOMENT.test(value) ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(moment.getTime())) {
    throw usage('audit', `--${option} is a day, or a moment with its offset, such as 2026-03-01T08:00:00Z.`);
  }
  return moment;
}

function outOf(input: CommandInput): string {
  const out = text(input, 'out');
  if (out === undefined) throw usage('audit', 'Name a file with --out, or - for standard output.');
  return out;
}

/** See the file's sentence. */
export const audit: Command = {
  name: 'audit',
  operands: '<verify | checkpoint | export>',
  summary: 'Verify the access log, keep a checkpoint of it, or export it as FHIR AuditEvents.',
  options: [
    { name: 'citizen', value: 'ID', text: 'verify, export: of one citizen only.' },
    {
      name: 'since',
      value: 'CHECKPOINT',
      text: 'verify: from a checkpoint on, by number or by the file it was kept in.',
    },
    { name: 'key', value: 'FILE', text: 'verify: public keys of checkpoints, instead of those of this folder.' },
    { name: 'json', text: 'verify: answer as JSON on standard output.' },
    { name: 'out', value: 'FILE', text: 'checkpoint, export: a new file for its owner only; - for standard output.' },
    { name: 'chains', text: 'checkpoint: with the end of every chain, so that a lost event can be named.' },
    { name: 'from', value: 'MOMENT', text: 'export: from this day or moment on.' },
    { name: 'to', value: 'MOMENT', text: 'export: before this day or moment.' },
    DATA_OPTION,
  ],
  details: [
    'verify ends with 0 when everything adds up, with 1 when not, with 2 when that could not be found out.',
    'Only a checkpoint that was kept outside the database (--since FILE) shows that all of it was put back to an earlier state.',
  ],
  async run(input, context) {
    const { positionals, values } = input;
    const [what, ...more] = positionals;
    if (more.length > 0) throw usage('audit', `Unexpected argument '${more[0]}'.`);
    const state = stateFolder(context.root, String(values['data']));
    if (what === 'verify') {
      const options = {
        citizenId: citizenOf(input),
        since: text(input, 'since') ?? null,
        json: values['json'] === true,
      };
      return verify(state, { ...options, keyFile: text(input, 'key') }, context);
    }
    if (what === 'checkpoint') {
      return exportCheckpoint(state, { out: outOf(input), chains: values['chains'] === true }, context);
    }
    if (what === 'export') {
      const range = { citizenId: citizenOf(input), from: momentOf(input, 'from'), to: momentOf(input, 'to') };
      return exportEvents(state, { out: outOf(input), ...range }, context);
    }
    throw usage('audit', 'Say what: verify, checkpoint or export.');
  },
};
