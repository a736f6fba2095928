import { type ReferenceResolver, rowKeyOf } from '@sammen/subgraph-kit';
import { AdmissionStatus } from './model/admission.js';
import type { PsychiatryLoaders } from './loaders.js';
import { socialServiceReference } from './model/socialService.js';

type References = Readonly<Record<string, ReferenceResolver<PsychiatryLoaders>>>;

/** How the entities of psychiatry are found from a key; consent is decided before any of these runs. */
export const references: References = {
  Admission: async (representation, { loaders }) => {
    const admission = await loaders.admission.load(rowKeyOf(representation));
    return admission?.status === AdmissionStatus.CANCELLED ? null : admission;
  },
  Assessment: (representation, { loaders }) => loaders.assessment.load(rowKeyOf(representation)),
  Diagnosis: (representation, { loaders }) => loaders.diagnosis.load(rowKeyOf(representation)),
  // The municipality's: only what the representation says is known of it here.
  SocialService: (representation) => socialServiceReference({ ...representation, id: rowKeyOf(representation).id }),
  Treatment: (representation, { loaders }) => loaders.treatment.load(rowKeyOf(representation)),
};
