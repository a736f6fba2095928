/**
 * A source may answer anything: nothing is thrown, what the others gave stays, and what is lost is said to be, by the
 * executor or by the check that the carrier makes before it.
 */
import { createDiffer } from './support/differ';
import { composed } from './support/load';
import { spoilOnce } from './support/spoil';
import { FEDERATION } from './support/suite';
import { SUITES } from './suites';

/** `SEED=… TIMES=…` for others and more. */
const FIRST_SEED = Number(process.env['SEED'] ?? 1);
const OPERATIONS = 40 * Number(process.env['TIMES'] ?? 1);

const GRAPHS = SUITES.filter(({ feature }) => feature !== 'introspection' && !feature.startsWith('keys of interfaces'));

it.each(GRAPHS)(
  '$feature: any answer is survived',
  async ({ subgraphs }) => {
    const typeDefs = Object.entries(subgraphs).map(([name, one]) => [name, `${FEDERATION}\n${one.typeDefs}`] as const);
    const differ = await createDiffer(composed(subgraphs), Object.fromEntries(typeDefs));
    const wrong: unknown[] = [];
    let spoiled = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + OPERATIONS; seed += 1) {
      const spoil = spoilOnce(seed);
      const given = await differ.spoiled(seed, spoil.answer);
      if (given === 'REFUSED' || !spoil.done()) continue;
      spoiled += 1;
      const { operation, clean, ours } = given;
      for (const [name, value] of Object.entries((ours.data ?? {}) as Record<string, unknown>)) {
        if (JSON.stringify(value) === JSON.stringify((clean.data as Record<string, unknown>)[name])) continue;
        const isTold = ours.nulls.length > 0 || spoil.isRefused() || spoil.isLeftOut();
        if (!spoil.concerns(name) || !isTold) wrong.push({ seed, operation, name, isTold });
      }
    }
    expect(wrong).toEqual([]);
    expect(spoiled).toBeGreaterThan(0);
  },
  120_000,
);
