import { type ReferenceResolver, rowKeyOf } from '@sammen/subgraph-kit';
import type { NgoLoaders } from './loaders.js';

type References = Readonly<Record<string, ReferenceResolver<NgoLoaders>>>;

/** How the entities of the NGOs are found from a key; consent is decided before any of these runs. */
export const references: References = {
  Mentorship: (representation, { loaders }) => loaders.mentorship.load(rowKeyOf(representation)),
  VisitAgreement: (representation, { loaders }) => loaders.agreement.load(rowKeyOf(representation)),
  VolunteerVisit: (representation, { loaders }) => loaders.visit.load(rowKeyOf(representation)),
  CourseEnrolment: (representation, { loaders }) => loaders.enrolment.load(rowKeyOf(representation)),
};
