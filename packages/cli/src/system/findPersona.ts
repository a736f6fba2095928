/** A made-up person of the folder's population, by name; only where the development issuer may speak for them. */
import type { Persona } from '@sammen/population';
import type { CliConfig } from '../config.js';
import { usage } from '../command.js';
import { cliError } from '../errors.js';
import { seedInUse } from './seedPlan.js';
import type { StateFolder } from './stateFolder.js';

/** @throws USAGE without a name, PERSONA_UNKNOWN, PRODUCTION_REFUSED */
export async function findPersona(
  command: string,
  name: string | undefined,
  state: StateFolder,
  { production }: CliConfig,
): Promise<Persona> {
  const { personasOf } = await import('@sammen/population');
  const personas = personasOf(seedInUse(state));
  const known = Object.keys(personas).join(', ');
  if (name === undefined) throw usage(command, `Name one persona: ${known}.`);
  const persona = Object.hasOwn(personas, name) ? personas[name as keyof typeof personas] : undefined;
  if (persona === undefined) {
    throw cliError('PERSONA_UNKNOWN', {
      message: `There is no persona ${JSON.stringify(name)}; there are ${known}.`,
    });
  }
  if (production) throw cliError('PRODUCTION_REFUSED');
  return persona;
}
