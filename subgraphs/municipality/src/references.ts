import { assertId, type ReferenceResolver } from '@sammen/subgraph-kit';
import type { MunicipalityLoaders } from './loaders.js';

type References = Readonly<Record<string, ReferenceResolver<MunicipalityLoaders>>>;

/** The key of a row: the guard has checked the citizen's id by now, the row's own id it has not. */
const key = (representation: Readonly<Record<string, unknown>>) => ({
  citizenId: representation['citizenId'] as string,
  id: assertId(representation['id'], 'id'),
});

/** How the entities of the municipality are found from a key; consent is decided before any of these runs. */
export const references: References = {
  SocialService: (representation, { loaders }) => loaders.socialService.load(key(representation)),
  Housing: (representation, { loaders }) => loaders.housing.load(key(representation)),
  HousingBenefit: (representation, { loaders }) => loaders.housingBenefit.load(key(representation)),
  FinancialSupport: (representation, { loaders }) => loaders.financialSupport.load(key(representation)),
  JobCentreCase: (representation, { loaders }) => loaders.jobCentreCase.load(key(representation)),
};
