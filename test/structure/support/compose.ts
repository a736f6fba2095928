/** docker-compose.yml as an engine would read it: merged, its variables filled in from an environment. */
import { parse } from 'yaml';
import { read } from './repository';

/** What the tests look at of one service. */
export interface ComposeService {
  readonly image: string;
  readonly user?: string;
  readonly init?: boolean;
  readonly read_only?: boolean;
  readonly stop_grace_period?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly profiles?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

/** The file. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const TEXT = read('docker-compose.yml');
const REFERENCE = /(?<!\$)\$(?:\{(\w+)(:?\?)?[^}]*\}|(\w+))/g;

/** Names of all variables that the file reads. */
export const VARIABLES: readonly string[] = [...new Set([...TEXT.matchAll(REFERENCE)].map(([, a, , b]) => (a ?? b)!))];

/** Names in .env.example, in its order. */
export const EXAMPLE: Readonly<Record<string, string>> = Object.fromEntries(
  [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
);

/** Only values are filled in, after the file has been read, as Compose does it: an empty value stays a text. */
function fillIn(value: unknown, env: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => fillIn(item, env));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, env)]));
  }
  if (typeof value !== 'string') return value;
  return value.replace(REFERENCE, (_whole, braced?: string, demand?: string, bare?: string) => {
    const name = (braced ?? bare)!;
    const given = env[name];
    if (demand === ':?' && !given) throw new Error(`${name} is empty`);
    if (demand === '?' && given === undefined) throw new Error(`${name} is missing`);
    return given ?? '';
  });
}

/** @throws where Compose would stop: at a variable that is demanded and not given */
export const composeWith = (env: Readonly<Record<string, string>>): ComposeFile =>
  fillIn(parse(TEXT, { merge: true }), env) as ComposeFile;
