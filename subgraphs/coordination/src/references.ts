import { type ReferenceResolver, rowKeyOf } from '@sammen/subgraph-kit';
import type { CoordinationLoaders } from './loaders.js';

type References = Readonly<Record<string, ReferenceResolver<CoordinationLoaders>>>;

/** How the entities of coordination are found from a key; consent is decided before any of these runs. */
export const references: References = {
  CoordinationCase: (representation, { loaders }) => loaders.case.load(rowKeyOf(representation)),
  Plan: (representation, { loaders }) => loaders.plan.load(rowKeyOf(representation)),
  Agreement: (representation, { loaders }) => loaders.agreement.load(rowKeyOf(representation)),
  Meeting: (representation, { loaders }) => loaders.meeting.load(rowKeyOf(representation)),
};
