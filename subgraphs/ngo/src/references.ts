import { assertId, type ReferenceResolver } from '@sammen/subgraph-kit';
import type { NgoLoaders } from './loaders.js';

type References = Readonly<Record<string, ReferenceResolver<NgoLoaders>>>;

/** The key of a row: the guard has checked the citizen's id by now, the row's own id it has not. */
const key = (representation: Readonly<Record<string, unknown>>) => ({
  citizenId: representation['citizenId'] as string,
  id: assertId(representation['id'], 'id'),
});

/** How the entities of the NGOs are found from a key; consent is decided before any of these runs. */
export const references: References = {
  Mentorship: (representation, { loaders }) => loaders.mentorship.load(key(representation)),
  VisitAgreement: (representation, { loaders }) => loaders.agreement.load(key(representation)),
  VolunteerVisit: (representation, { loaders }) => loaders.visit.load(key(representation)),
  CourseEnrolment: (representation, { loaders }) => loaders.enrolment.load(key(representation)),
};
