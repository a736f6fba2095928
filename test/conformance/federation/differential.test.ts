/**
 * Thousands of random operations: our executor over subgraphs, whose sources are slow, give nulls and fail, says the
 * same as graphql-js over one schema of everything: the same data, and null for the same reasons at the same places.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDiffer, type Difference } from './support/differ';
import { composed } from './support/load';
import { FEDERATION } from './support/suite';
import { SUITES } from './suites';

/** `SEED=… TIMES=…` for others and more. */
const FIRST_SEED = Number(process.env['SEED'] ?? 1);
const TIMES = Number(process.env['TIMES'] ?? 1);
/** How many operations of a feature; planning those with interface objects takes ten times as long as any other. */
const OPERATIONS = 355;
const FEWER = 40;

const ROOT = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface Graph {
  readonly name: string;
  readonly supergraph: () => string;
  readonly typeDefs: Readonly<Record<string, string>>;
}

/** One in which there are objects of every interface. */
const FEATURES = SUITES.filter(({ feature }) => !feature.startsWith('keys of interfaces')).map(
  ({ feature, subgraphs }): Graph => {
    const typeDefs = Object.entries(subgraphs).map(([name, one]) => [name, `${FEDERATION}\n${one.typeDefs}`] as const);
    return { name: feature, supergraph: () => composed(subgraphs), typeDefs: Object.fromEntries(typeDefs) };
  },
);

const SAMMEN: Graph = {
  name: 'Sammen itself',
  supergraph: () => read('gateway/supergraph.graphql'),
  typeDefs: Object.fromEntries(
    ['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination'].map((name) => [
      name,
      read(`subgraphs/${name}/schema.graphql`),
    ]),
  ),
};

const GRAPHS = [...FEATURES, SAMMEN].map((graph) => {
  return { ...graph, operations: TIMES * (graph.name === 'interface objects' ? FEWER : OPERATIONS) };
});

it('5,000 operations are compared', () => {
  expect(GRAPHS.reduce((sum, { operations }) => sum + operations, 0)).toBeGreaterThanOrEqual(5_000);
});

it.each(GRAPHS)(
  'agrees with one schema of everything: $name',
  async ({ supergraph, typeDefs, operations }) => {
    const differ = await createDiffer(supergraph(), typeDefs);
    const found: (Difference | string)[] = [];
    let refused = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + operations && found.length < 1; seed += 1) {
      const difference = await differ.compare(seed);
      if (difference === 'REFUSED') refused += 1;
      else if (difference) found.push(difference);
    }
    expect(found).toEqual([]);
    // Nearly all of them were really executed.
    expect(refused).toBeLessThan(operations / 4);
  },
  300_000,
);
