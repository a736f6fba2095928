import { type ReferenceResolver, rowKeyOf } from '@sammen/subgraph-kit';
import type { MunicipalityLoaders } from './loaders.js';

type References = Readonly<Record<string, ReferenceResolver<MunicipalityLoaders>>>;

/** How the entities of the municipality are found from a key; consent is decided before any of these runs. */
export const references: References = {
  SocialService: (representation, { loaders }) => loaders.socialService.load(rowKeyOf(representation)),
  Housing: (representation, { loaders }) => loaders.housing.load(rowKeyOf(representation)),
  HousingBenefit: (representation, { loaders }) => loaders.housingBenefit.load(rowKeyOf(representation)),
  FinancialSupport: (representation, { loaders }) => loaders.financialSupport.load(rowKeyOf(representation)),
  JobCentreCase: (representation, { loaders }) => loaders.jobCentreCase.load(rowKeyOf(representation)),
};
