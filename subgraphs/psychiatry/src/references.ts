import { assertId, type ReferenceResolver } from '@sammen/subgraph-kit';
import { AdmissionStatus } from './model/admission.js';
import type { PsychiatryLoaders } from './loaders.js';
import { socialServiceReference } from './model/socialService.js';

type References = Readonly<Record<string, ReferenceResolver<PsychiatryLoaders>>>;

/** The key of a row: the guard has checked the citizen's id by now, the row's own id it has not. */
const key = (representation: Readonly<Record<string, unknown>>) => ({
  citizenId: representation['citizenId'] as string,
  id: assertId(representation['id'], 'id'),
});

/** How the entities of psychiatry are found from a key; consent is decided before any of these runs. */
export const references: References = {
  Admission: async (representation, { loaders }) => {
    const admission = await loaders.admission.load(key(representation));
    return admission?.status === AdmissionStatus.CANCELLED ? null : admission;
  },
  Assessment: (representation, { loaders }) => loaders.assessment.load(key(representation)),
  Diagnosis: (representation, { loaders }) => loaders.diagnosis.load(key(representation)),
  // The municipality's: only what the representation says is known of it here.
  SocialService: (representation) => socialServiceReference({ ...representation, id: key(representation).id }),
  Treatment: (representation, { loaders }) => loaders.treatment.load(key(representation)),
};
