/** Which services there are: the folders of the project decide, so that a new subgraph needs no entry here. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cliError } from '../errors.js';

/** One service of the project; always a process of its own. */
export interface Service {
  readonly name: string;
  readonly kind: 'subgraph' | 'gateway' | 'issuer';
  /** Absolute path of the compiled program. */
  readonly entry: string;
  /** Absolute path of the compiled program that fills its database. */
  readonly seed: string | null;
  /** Its port is the first port plus this. */
  readonly portOffset: number;
  /** Whether something stands for it that makes its records up: no database, no changes. */
  readonly isMock?: boolean;
  /** The schema that a mock answers by. */
  readonly schema?: string;
}

const KNOWN = ['gateway', 'citizen', 'psychiatry', 'municipality', 'ngo', 'coordination', 'issuer'];

/** The embedded PostgreSQL's place in the range of ports. */
export const POSTGRES_OFFSET = 10;

/** Later subgraphs take 7 to 9, then 11 and on, in the order of their names. */
function offsets(names: readonly string[]): Map<string, number> {
  const result = new Map(KNOWN.map((name, index) => [name, index]));
  let next = KNOWN.length;
  for (const name of names.filter((each) => !KNOWN.includes(each)).toSorted()) {
    if (next === POSTGRES_OFFSET) next += 1;
    result.set(name, next);
    next += 1;
  }
  return result;
}

/** All services below `root` that have a compiled program: subgraphs, the development issuer, the gateway last. */
export async function findServices(root: string): Promise<Service[]> {
  const folders = await readdir(join(root, 'subgraphs')).catch(() => []);
  const offset = offsets(folders);
  const describe = (name: string, kind: Service['kind'], folder: string): Service => {
    const seed = join(folder, 'dist/seed.js');
    return {
      name,
      kind,
      entry: join(folder, 'dist/main.js'),
      seed: existsSync(seed) ? seed : null,
      portOffset: offset.get(name) ?? 0,
    };
  };
  return [
    ...folders.map((name) => describe(name, 'subgraph', join(root, 'subgraphs', name))),
    describe('issuer', 'issuer', join(root, 'packages/development-issuer')),
    describe('gateway', 'gateway', join(root, 'gateway')),
  ]
    .filter(({ entry }) => existsSync(entry))
    .toSorted(
      (one, other) =>
        Number(one.kind === 'gateway') - Number(other.kind === 'gateway') || one.portOffset - other.portOffset,
    );
}

/** The named ones, and with the gateway what its pages sign in at; all when `names` is undefined. @throws SERVICE_UNKNOWN naming the known ones */
export function chooseServices(all: readonly Service[], names: readonly string[] | undefined): Service[] {
  if (names === undefined) return [...all];
  const unknown = names.filter((name) => !all.some((service) => service.name === name));
  if (unknown.length > 0) {
    throw cliError('SERVICE_UNKNOWN', {
      message: `There is no service ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}.`,
    });
  }
  const signsIn = names.includes('gateway');
  return all.filter(({ name, kind }) => names.includes(name) || (kind === 'issuer' && signsIn));
}
