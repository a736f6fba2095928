/** Every port is known, and known to be free, before anything is started. */
import { freePort, portProblem } from '@sammen/local-postgres';
import { cliError } from '../errors.js';
import { POSTGRES_OFFSET, type Service } from './services.js';

/** A range from a first port on, or whatever is free (tests). */
export type PortChoice = { readonly base: number } | 'free';

/** Ports by service, and the embedded PostgreSQL's. */
export interface PortPlan {
  readonly services: Readonly<Record<string, number>>;
  readonly postgres: number;
}

/** Plans ports for all services. */
export async function planPorts(services: readonly Service[], choice: PortChoice): Promise<PortPlan> {
  if (choice !== 'free') {
    const ports = services.map(({ name, portOffset }) => [name, choice.base + portOffset] as const);
    return { services: Object.fromEntries(ports), postgres: choice.base + POSTGRES_OFFSET };
  }
  const free = new Set<number>();
  while (free.size <= services.length) free.add(await freePort());
  const [postgres, ...rest] = [...free] as [number, ...number[]];
  return { services: Object.fromEntries(services.map(({ name }, index) => [name, rest[index]!])), postgres };
}

/** @param wanted ports by what they are for @throws PORT_TAKEN, PORT_FORBIDDEN naming all of them */
export async function assertPortsFree(wanted: Readonly<Record<string, number>>): Promise<void> {
  const problems = await Promise.all(
    Object.entries(wanted).map(async ([name, port]) => ({ name, port, problem: await portProblem(port) })),
  );
  for (const kind of ['TAKEN', 'FORBIDDEN'] as const) {
    const hit = problems.filter(({ problem }) => problem === kind).map(({ name, port }) => `${port} (${name})`);
    if (hit.length === 0) continue;
    const ports = hit.length === 1 ? `Port ${hit[0]} is` : `Ports ${hit.join(', ')} are`;
    const trouble = kind === 'TAKEN' ? 'taken by another program' : 'not allowed for this user';
    throw cliError(`PORT_${kind}`, { message: `${ports} ${trouble}.` });
  }
}
