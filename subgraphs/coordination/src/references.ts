import { assertId, type ReferenceResolver } from '@sammen/subgraph-kit';
import type { CoordinationLoaders } from './loaders.js';

type References = Readonly<Record<string, ReferenceResolver<CoordinationLoaders>>>;

/** The key of a row: the guard has checked the citizen's id by now, the row's own id it has not. */
const key = (representation: Readonly<Record<string, unknown>>) => ({
  citizenId: representation['citizenId'] as string,
  id: assertId(representation['id'], 'id'),
});

/** How the entities of coordination are found from a key; consent is decided before any of these runs. */
export const references: References = {
  CoordinationCase: (representation, { loaders }) => loaders.case.load(key(representation)),
  Plan: (representation, { loaders }) => loaders.plan.load(key(representation)),
  Agreement: (representation, { loaders }) => loaders.agreement.load(key(representation)),
  Meeting: (representation, { loaders }) => loaders.meeting.load(key(representation)),
};
