import { type ReferenceResolver, assertId } from '@sammen/subgraph-kit';
import type { CitizenLoaders } from './loaders.js';

/** How the entities of the citizen subgraph are found from a key; consent is decided before any of these runs. */
export const references: Readonly<Record<string, ReferenceResolver<CitizenLoaders>>> = {
  Consent: async ({ citizenId, id }, { loaders }) => {
    const choiceId = assertId(id, 'id');
    return (await loaders.choices.load(citizenId as string)).find((choice) => choice.id === choiceId) ?? null;
  },
  EmergencyAccess: ({ citizenId, id }, { loaders }) =>
    loaders.emergency.load({ citizenId: citizenId as string, id: assertId(id, 'id') }),
};
