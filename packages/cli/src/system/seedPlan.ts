/** Which databases still need their synthetic citizens; never one on a server of the user's own. */
import type { CliConfig } from '../config.js';
import { cliError } from '../errors.js';
import { embeddedOf } from './databases.js';
import { type Population, readSeedMarks, type SeedMarks } from './seeding.js';
import type { Service } from './services.js';
import type { StateFolder } from './stateFolder.js';

/** The population of a first start. */
export const DEFAULT_POPULATION: Population = { citizens: 220, seed: 1 };

/** The seed number of the citizens that are there, or that a first start would make. */
export const seedInUse = (state: StateFolder): number =>
  (Object.values(readSeedMarks(state.seeds))[0] ?? DEFAULT_POPULATION).seed;

/** What is to be filled with what. */
export interface SeedPlan {
  readonly services: readonly Service[];
  readonly population: Population;
}

/**
 * @param asked the population asked for, if any; otherwise what is there, or the default one
 * @throws SEED_DIFFERS when a database holds another population than the one asked for
 */
export function planSeeding(
  services: readonly Service[],
  config: CliConfig,
  marks: SeedMarks,
  asked: Partial<Population>,
): SeedPlan {
  const there = Object.values(marks)[0] ?? DEFAULT_POPULATION;
  const population = { citizens: asked.citizens ?? there.citizens, seed: asked.seed ?? there.seed };
  const embedded = embeddedOf(
    services.map(({ name }) => name),
    config,
  );
  const own = services.filter(({ name, seed }) => seed !== null && embedded.includes(name));
  for (const { name } of own) {
    const mark = marks[name];
    if (mark === undefined || (mark.citizens === population.citizens && mark.seed === population.seed)) continue;
    throw cliError('SEED_DIFFERS', {
      message: `The database of ${name} holds ${mark.citizens} citizens of seed ${mark.seed}.`,
    });
  }
  return { services: own.filter(({ name }) => marks[name] === undefined), population };
}
