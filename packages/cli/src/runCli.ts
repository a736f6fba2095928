/** From words to an exit code: 0 done, 1 failed, 2 not understood or not found out; every failure is one line with a code and what to do. */
import { SammenError } from '@sammen/errors';
import { type Command, type CommandContext, helpOf, readInput } from './command.js';
import { COMMANDS } from './commands/index.js';
import { readCliConfig } from './config.js';
import { cliError } from './errors.js';

/** Codes after which nothing was done, and nothing is known. */
const NOT_FOUND_OUT = new Set(['USAGE', 'AUDIT_IMPOSSIBLE']);

/** What the bootstrap tells. */
export interface RunCliOptions {
  /** The project's folder. */
  readonly root: string;
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`);
  return [
    'npx sammen <command> [options]',
    '',
    ...rows,
    '',
    'npx sammen <command> --help tells more about one.',
    '',
  ].join('\n');
}

async function find(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw cliError('USAGE', { message: `There is no command ${JSON.stringify(name)}.` });
  return load();
}

function failureLine(error: unknown): string {
  const { code, message, next } =
    error instanceof SammenError
      ? error
      : cliError('UNEXPECTED', { message: String((error as Error)?.stack ?? error) });
  return `sammen: ${[code, message, next].filter((part) => part !== '').join(' ')}\n`;
}

async function dispatch(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    const text = await overview();
    (name === undefined ? context.stderr : context.stdout).write(text);
    return name === undefined ? 2 : 0;
  }
  const command = await find(name);
  if (rest.includes('--help') && !command.passThrough) {
    context.stdout.write(helpOf(command));
    return 0;
  }
  return command.run(readInput(command, rest), context);
}

/** Runs one command and sets the process's exit code; never throws. */
export async function runCli(args: readonly string[], { root }: RunCliOptions): Promise<void> {
  const { stdout, stderr } = process;
  // A reader such as `head` may leave before we are done, and so may the terminal.
  for (const stream of [stdout, stderr]) stream.on('error', () => {});
  try {
    process.exitCode = await dispatch(args, { root, config: readCliConfig(), stdout, stderr });
  } catch (error) {
    stderr.write(failureLine(error));
    process.exitCode = error instanceof SammenError && NOT_FOUND_OUT.has(error.code) ? 2 : 1;
  }
}
