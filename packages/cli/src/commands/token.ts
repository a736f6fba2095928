/** `sammen token <persona>`: a bearer token of the development issuer, alone on standard output. */
import type { Persona } from '@sammen/population';
import { type Command, DATA_OPTION, JSON_OPTION } from '../command.js';
import { findPersona } from '../system/findPersona.js';
import { openDevelopmentIssuer } from '../system/keys.js';
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
    const state = stateFolder(root, String(values['data']));
    const persona = await findPersona('token', positionals.length === 1 ? positionals[0] : undefined, state, config);
    await makeStateFolder(state);
    const signed = await openDevelopmentIssuer(state, config.production).issue(persona.actor);
    stdout.write(`${values['json'] ? JSON.stringify(describe(persona, signed), null, 2) : signed}\n`);
    return 0;
  },
};
