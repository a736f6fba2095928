/**
 * Whether the time of an answer tells somebody without access who exists: the same question about citizens who do and who
 * do not, in turn, in random order within each pair, compared by rank (INVARIANT I-3).
 */
import { randomUUID } from 'node:crypto';
import { personasOf } from '@sammen/population';
import { cliError } from '../errors.js';
import type { BenchSystem } from './benchSystem.js';
import { askOnce, type Request } from './load.js';
import { type Spread, spreadOf } from './pairs.js';
import { rankTest } from './rankTest.js';

/** What one way of asking gave away. */
export interface ProbeMeasure {
  readonly name: string;
  /** Of each kind. */
  readonly calls: number;
  /** Milliseconds. */
  readonly existing: Spread;
  readonly unknown: Spread;
  /** Two-sided, by ranks. */
  readonly p: number;
  /** How often an answer about somebody who exists took longer than one about nobody; 0.5 tells nothing. */
  readonly larger: number;
}

interface Probe {
  readonly name: string;
  readonly url: string;
  readonly existing: readonly Request[];
  readonly unknown: readonly Request[];
  /** One for each who asks, about nobody else in here: so that no call is the first to bring a token along. */
  readonly first: readonly Request[];
}

const POOL = 100;
const LONGEST_WARM_UP = 40;

const CITIZEN = 'query ($id: ID!) { citizen(id: $id) { name birthDate diagnoses { code } } }';
const OWN = 'query ($id: ID!) { citizen(id: $id) { name birthDate } }';
const BY_CPR = 'query ($cpr: String!) { citizenByCpr(cpr: $cpr) { name } }';
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Citizen { diagnoses { code } } ... on Admission { status startedAt } } }`;

/**
 * The questions of outsiders: professionals who know none of these citizens. Nobody asks about the same person twice, as
 * facts are remembered for whoever asked, and what is remembered takes no time to read about anybody.
 */
async function probesOf(system: BenchSystem, calls: number): Promise<Probe[]> {
  const { outsider } = personasOf(system.population.seed);
  const askers = Math.ceil((calls + LONGEST_WARM_UP) / POOL);
  const authorizationsOf = (probe: string): Promise<string[]> =>
    Promise.all(
      Array.from({ length: askers }, (_, n) =>
        system.authorization({ ...outsider.actor, id: `${outsider.actor.id}-${probe.replaceAll(/\W/g, '')}-${n}` }),
      ),
    );
  const ask = (query: string, variables: object): Omit<Request, 'authorization'> => ({
    purpose: outsider.purpose!,
    body: JSON.stringify({ query, variables }),
  });
  const people = await system.rows<{ citizen_id: string; number: string }>(
    'citizen',
    `SELECT citizen_id, number FROM cpr_number ORDER BY citizen_id LIMIT ${POOL}`,
  );
  const admissions = await system.rows<{ citizen_id: string; id: string }>(
    'psychiatry',
    `SELECT DISTINCT ON (citizen_id) citizen_id, id FROM admission ORDER BY citizen_id, id LIMIT ${POOL}`,
  );
  const taken = new Set(people.map(({ number }) => number));
  const nobody = people.map(({ number }, at) => ({
    citizen_id: randomUUID(),
    id: randomUUID(),
    // The same birthday with another serial number.
    number: [9, 8, 7, 6]
      .map((digit) => `${number.slice(0, 6)}${digit}${String(at).padStart(3, '0')}`)
      .find((each) => !taken.has(each))!,
  }));
  const [citizen, psychiatry] = [system.address('citizen'), system.address('psychiatry')].map(
    (at) => `${at}/graphql`,
  ) as [string, string];
  const probe = async <Known>(
    name: string,
    url: string,
    known: readonly Known[],
    question: (who: Known) => Omit<Request, 'authorization'>,
  ): Promise<Probe> => {
    const authorizations = await authorizationsOf(name);
    const byAll = (about: readonly Known[]): Request[] => {
      const asked = about.map(question);
      return authorizations.flatMap((authorization) => asked.map((one) => ({ ...one, authorization })));
    };
    return {
      name,
      url,
      existing: byAll(known),
      unknown: byAll(nobody as unknown as Known[]),
      first: byAll([{ ...nobody[0]!, citizen_id: randomUUID(), number: '0101009999' } as unknown as Known]),
    };
  };
  return Promise.all([
    probe('citizen(id), at the gateway', system.url(), people, (who) => ask(CITIZEN, { id: who.citizen_id })),
    probe('citizen(id), at its subgraph', citizen, people, (who) => ask(OWN, { id: who.citizen_id })),
    probe('_entities of a citizen, at psychiatry', psychiatry, people, (who) =>
      ask(ENTITIES, { of: [{ __typename: 'Citizen', id: who.citizen_id }] }),
    ),
    probe('_entities of an admission, at psychiatry', psychiatry, admissions, (who) =>
      ask(ENTITIES, { of: [{ __typename: 'Admission', citizenId: who.citizen_id, id: who.id }] }),
    ),
    probe('citizenByCpr, at its subgraph', citizen, people, (who) => ask(BY_CPR, { cpr: who.number })),
  ]);
}

async function measure(
  { name, url, existing, unknown, first }: Probe,
  calls: number,
  signal: AbortSignal,
): Promise<ProbeMeasure> {
  const took: { existing: number[]; unknown: number[] } = { existing: [], unknown: [] };
  const kinds = { existing, unknown };
  for (const request of first) await askOnce(url, request);
  for (let call = -Math.min(LONGEST_WARM_UP, calls); call < calls; call += 1) {
    if (signal.aborted) throw cliError('STOPPED');
    const order = Math.random() < 0.5 ? (['existing', 'unknown'] as const) : (['unknown', 'existing'] as const);
    for (const kind of order) {
      const { milliseconds } = await askOnce(url, kinds[kind].at(call % kinds[kind].length)!);
      if (call >= 0) took[kind].push(milliseconds);
    }
  }
  const { p, larger } = rankTest(took.existing, took.unknown);
  return { name, calls, existing: spreadOf(took.existing), unknown: spreadOf(took.unknown), p, larger };
}

/** Every way of asking, one after the other. @throws BENCH_FAILED, STOPPED */
export async function probeIds(system: BenchSystem, calls: number, signal: AbortSignal): Promise<ProbeMeasure[]> {
  const measures: ProbeMeasure[] = [];
  for (const probe of await probesOf(system, calls)) measures.push(await measure(probe, calls, signal));
  return measures;
}
