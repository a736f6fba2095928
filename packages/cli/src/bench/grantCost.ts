/** What a grant for many citizens takes, next to one for one: statements and milliseconds, each asked in turn. */
import { randomUUID } from 'node:crypto';
import { DATA_CATEGORIES, encodeCategories } from '@sammen/consent';
import { citizenIdOf } from '@sammen/population';
import type { BenchSystem } from './benchSystem.js';
import { askOnce, jsonOf, type Request } from './load.js';
import { readStatements } from './operationCost.js';
import { GUARDIAN } from './operations.js';
import { type Spread, spreadOf } from './pairs.js';

/** Grants for so many citizens. */
export interface GrantMeasure {
  readonly citizens: number;
  readonly categories: number;
  /** Sent to the database, BEGIN and COMMIT included, the first time that somebody asks about them. */
  readonly sqlStatements: number;
  /** The same once their facts are remembered. */
  readonly statementsAgain: number;
  /** Milliseconds, mostly on remembered facts: the same are asked about again and again. */
  readonly latency: Spread;
}

const SIZES = [1, 25, 100];
const MOST_ROUNDS = 40;

/** Measures them at the decision point, more often the longer everything is measured. @throws BENCH_FAILED */
export async function measureGrants(system: BenchSystem, seconds: number): Promise<GrantMeasure[]> {
  const url = `${system.address('citizen')}/grants`;
  const guardian = await system.authorization(GUARDIAN);
  const categories = encodeCategories(DATA_CATEGORIES);
  const requestFor = (citizens: number, authorization = guardian): Request => {
    const subjects = Array.from({ length: citizens }, (_, index) => ({
      citizenId: citizenIdOf(system.population.seed, index),
      categories,
    }));
    const operation = { name: null, hash: '', requestId: randomUUID() };
    const purpose = 'REPRESENTATION';
    return { authorization, purpose, body: JSON.stringify({ purpose, operation, subjects }) };
  };
  const took = SIZES.map((): number[] => []);
  const rounds = Math.min(MOST_ROUNDS, Math.ceil(seconds * 10));
  for (let round = 0; round < rounds; round += 1)
    for (const [at, size] of SIZES.entries()) took[at]!.push((await askOnce(url, requestFor(size))).milliseconds);
  const measures: GrantMeasure[] = [];
  for (const [at, citizens] of SIZES.entries()) {
    const newcomer = await system.authorization({ ...GUARDIAN, id: `${GUARDIAN.id}-${citizens}` });
    const sqlStatements = await statementsOf(requestFor(citizens, newcomer));
    const statementsAgain = await statementsOf(requestFor(citizens));
    const latency = spreadOf(took[at]!);
    measures.push({ citizens, categories: DATA_CATEGORIES.length, sqlStatements, statementsAgain, latency });
  }
  return measures;

  async function statementsOf(request: Request): Promise<number> {
    const { grant } = (await jsonOf(url, request)) as { grant: string };
    // Bound to the request under which the decision point logged it.
    const { rid } = JSON.parse(Buffer.from(grant.split('.')[1]!, 'base64url').toString()) as { rid: string };
    return readStatements('citizen', rid, system.logs);
  }
}
