/** `sammen token <persona>`: a bearer token of the development issuer, alone on standard output. */
import type { Persona } from '@sammen/population';
import { type Command, DATA_OPTION, JSON_OPTION, usage } from '../command.js';
import { cliError } from '../errors.js';
import { openDevelopmentIssuer } from '../system/keys.js';
import { seedInUse } from '../system/seedPlan.js';
import { makeStateFolder, stateFolder } from '../system/stateFolder.js';

/** What `--json` answers. */
function describe({ name, actor, purpose, displayName, description, exampleCitizenId }: Persona, token: string) {
  const { role, organisationId, organisationKind, unitId } = actor;
  return {
    persona: name,
    displayName,
    description,
    role,
    organisationId,
    organisationKind,
    unitId,
    purpose,
    exampleCitizenId,
    token,
  };
}

/** See the file's sentence. */
export const token: Command = {
  name: 'token',
  operands: '<persona>',
  summary: 'Print an access token of a made-up person (development only).',
  options: [{ ...JSON_OPTION, text: 'Add organisation, role, default purpose and a citizen to try.' }, DATA_OPTION],
  async run({ values, positionals }, { root, config, stdout }) {
    const { personasOf } = await import('@sammen/population');
    const state = stateFolder(root, String(values['data']));
    const personas = personasOf(seedInUse(state));
    const known = Object.keys(personas);
    if (positionals.length !== 1) throw usage('token', `Name one persona: ${known.join(', ')}.`);
    const name = positionals[0]!;
    const persona = Object.hasOwn(personas, name) ? personas[name as keyof typeof personas] : undefined;
    if (persona === undefined) {
      throw cliError('PERSONA_UNKNOWN', {
        message: `There is no persona ${JSON.stringify(name)}; there are ${known.join(', ')}.`,
      });
    }
    if (config.production) throw cliError('PRODUCTION_REFUSED');
    await makeStateFolder(state);
    const signed = await openDevelopmentIssuer(state, config.production).issue(persona.actor);
    stdout.write(`${values['json'] ? JSON.stringify(describe(persona, signed), null, 2) : signed}\n`);
    return 0;
  },
};
