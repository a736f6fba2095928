/**
 * A named question is a file of GraphQL. What people read stands in comments at its top, one `# key: text` a line:
 * `title.da`, `title.en`, and for every variable `$name.da` and `$name.en`; `text.da`, `text.en` and `roles` if wanted.
 * A file that does not keep this says what is wrong with it, and takes no other file along.
 */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { type Language, LANGUAGES } from '../texts/texts.js';

/** One wording for each language. */
export type Wording = Readonly<Record<Language, string>>;

/** A question that can be asked. */
export interface NamedQuestion {
  readonly file: string;
  readonly title: Wording;
  readonly text: Wording | null;
  /** The roles that it is meant for; null for all. */
  readonly roles: readonly string[] | null;
  /** By name of the variable. */
  readonly labels: Readonly<Record<string, Wording>>;
  readonly query: string;
  readonly operation: OperationDefinitionNode;
}

/** What can be wrong with a file. */
export type FaultCode = 'TOO_LONG' | 'SYNTAX' | 'OPERATIONS' | 'MUTATION' | 'KEY' | 'MISSING' | 'UNUSED' | 'SCHEMA';

/** One thing that is wrong; `detail` is shown with it. */
export interface Fault {
  readonly code: FaultCode;
  readonly detail: string;
}

/** A file, read: a question or what is wrong. */
export type ReadQuestion =
  | { readonly question: NamedQuestion; readonly faults: null }
  | { readonly question: null; readonly file: string; readonly faults: readonly Fault[] };

const LINE = /^#\s*([\w$.]+)\s*:\s*(.+)$/;
const KNOWN = /^(title|text)\.(da|en)$|^roles$|^\$\w+\.(da|en)$/;

/** Reads a file. With a schema, it is held against that too. */
export function readQuestion(file: string, text: string | null, schema: GraphQLSchema | null): ReadQuestion {
  const failed = (...faults: Fault[]): ReadQuestion => ({ question: null, file, faults });
  if (text === null) return failed({ code: 'TOO_LONG', detail: '' });
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return failed({ code: 'SYNTAX', detail: placed(error as GraphQLError) });
  }
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || operation?.name === undefined) return failed({ code: 'OPERATIONS', detail: '' });
  if (operation.operation !== 'query') return failed({ code: 'MUTATION', detail: '' });

  const { words, faults } = readHead(text);
  const variables = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const needed = ['title', ...variables.map((name) => `$${name}`)].flatMap((key) =>
    LANGUAGES.map((one) => `${key}.${one}`),
  );
  faults.push(...needed.filter((key) => !words.has(key)).map((detail): Fault => ({ code: 'MISSING', detail })));
  const unused = [...words.keys()].filter((key) => key.startsWith('$') && !needed.includes(key));
  faults.push(...unused.map((detail): Fault => ({ code: 'UNUSED', detail })));
  if (schema)
    faults.push(...validate(schema, document).map((error): Fault => ({ code: 'SCHEMA', detail: placed(error) })));
  if (faults.length > 0) return failed(...faults);

  const wording = (key: string): Wording => ({ da: words.get(`${key}.da`) ?? '', en: words.get(`${key}.en`) ?? '' });
  return {
    question: {
      file,
      title: wording('title'),
      text: words.has('text.da') || words.has('text.en') ? wording('text') : null,
      roles: words.get('roles')?.split(/\s*,\s*/) ?? null,
      labels: Object.fromEntries(variables.map((name) => [name, wording(`$${name}`)])),
      query: bodyOf(text),
      operation,
    },
    faults: null,
  };
}

/** The lines at the top, up to the first that is neither a comment nor empty. */
function readHead(text: string): { readonly words: Map<string, string>; readonly faults: Fault[] } {
  const words = new Map<string, string>();
  const faults: Fault[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim() === '#') continue;
    if (!line.startsWith('#')) break;
    const [, key = '', value = ''] = LINE.exec(line) ?? [];
    if (KNOWN.test(key)) words.set(key, value.trim());
    else faults.push({ code: 'KEY', detail: line });
  }
  return { words, faults };
}

/** The query without the lines at the top. */
function bodyOf(text: string): string {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  return `${lines.slice(start).join('\n').trimEnd()}\n`;
}

function placed({ message, locations }: GraphQLError): string {
  const at = locations?.[0];
  return at ? `${message} (${at.line}:${at.column})` : message;
}
