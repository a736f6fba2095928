/** What a command is: a verb with options that node:util reads, and help made from the same declaration. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CliConfig } from './config.js';
import { cliError } from './errors.js';

/** Where a command runs and what it writes to. */
export interface CommandContext {
  /** The project's folder. */
  readonly root: string;
  readonly config: CliConfig;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** One option as people read it. */
export interface OptionHelp {
  readonly name: string;
  /** e.g. `N`; absent for a switch. */
  readonly value?: string;
  readonly text: string;
  readonly default?: string;
}

/** A command's words after its name. */
export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** One command. */
export interface Command {
  readonly name: string;
  /** e.g. `<persona>`; shown in help. */
  readonly operands?: string;
  readonly summary: string;
  readonly options: readonly OptionHelp[];
  /** More for `--help`, one line each. */
  readonly details?: readonly string[];
  /** True for a command that hands all its words to another program. */
  readonly passThrough?: boolean;
  /** @returns the exit code */
  run(input: CommandInput, context: CommandContext): Promise<number>;
}

/** The option that every command which answers something has. */
export const JSON_OPTION: OptionHelp = { name: 'json', text: 'Answer as JSON on standard output.' };

/** Where state lives, for every command that touches it. */
export const DATA_OPTION: OptionHelp = {
  name: 'data',
  value: 'FOLDER',
  text: 'Folder for state, relative to the project.',
  default: '.sammen',
};

/** Reads a command's words. @throws USAGE naming what was not understood */
export function readInput(command: Command, args: readonly string[]): CommandInput {
  if (command.passThrough) return { values: {}, positionals: args };
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const { name, value, default: preset } of command.options) {
    if (value === undefined) options[name] = { type: 'boolean' };
    else options[name] = preset === undefined ? { type: 'string' } : { type: 'string', default: preset };
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const takesOperands = command.operands !== undefined;
    if (!takesOperands && positionals.length > 0) throw new Error(`Unexpected argument '${positionals[0]}'.`);
    return { values: values as CommandInput['values'], positionals };
  } catch (error) {
    const message = (error as Error).message.split('. ')[0]!.replace(/\.?$/, '.');
    throw usage(command.name, message);
  }
}

/** A refusal of the words themselves: exit code 2. */
export function usage(command: string, message: string): Error {
  return cliError('USAGE', { message: `${command}: ${message}` });
}

/** A whole number from an option. @throws USAGE */
export function wholeNumber(
  command: string,
  option: string,
  text: string | boolean | undefined,
  [least, most]: readonly [number, number],
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,9}$/.test(String(text)) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw usage(command, `--${option} is a whole number from ${least} to ${most}.`);
}

/** The text of `--help`. */
export function helpOf({ name, operands, summary, options, details = [], passThrough }: Command): string {
  const words = [
    'npx sammen',
    name,
    operands,
    options.length > 0 ? '[options]' : undefined,
    passThrough ? '[…]' : undefined,
  ];
  const rows = [...options, { name: 'help', text: 'This text.' } as OptionHelp].map((option) => {
    const flag = `--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
    return `  ${flag.padEnd(20)} ${option.text}${option.default === undefined ? '' : ` (${option.default})`}`;
  });
  const more = details.length === 0 ? [] : ['', ...details];
  return [words.filter(Boolean).join(' '), '', `  ${summary}`, '', ...rows, ...more, ''].join('\n');
}

/** A number with at most one decimal from an option. @throws USAGE */
export function tenths(
  command: string,
  option: string,
  text: string | boolean | undefined,
  [least, most]: readonly [number, number],
): number {
  const number = /^\d{1,9}(\.\d)?$/.test(String(text)) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw usage(command, `--${option} is a number from ${least} to ${most}, with at most one decimal.`);
}
