import { defineSubgraph } from '@sammen/subgraph-kit';
import { psychiatryErrors } from './errors.js';
import { addInboxRoute } from './inbox/inboxRoute.js';
import { psychiatryLoaders } from './loaders.js';
import { AddInbox1760000000000 } from './migrations/addInbox.js';
import { CreatePsychiatry1750000000000 } from './migrations/createPsychiatry.js';
import { Admission } from './model/admission.js';
import { AdmissionEvent } from './model/admissionEvent.js';
import { Assessment } from './model/assessment.js';
import { Diagnosis } from './model/diagnosis.js';
import { Leave } from './model/leave.js';
import { RejectedMessage } from './model/rejectedMessage.js';
import { SocialService } from './model/socialService.js';
import { Treatment } from './model/treatment.js';
import { TreatmentContact } from './model/treatmentContact.js';
import { references } from './references.js';
import { AdmissionResolver } from './resolvers/admissionResolver.js';
import { AdmissionWriteResolver } from './resolvers/admissionWriteResolver.js';
import { AssessmentResolver } from './resolvers/assessmentResolver.js';
import { CitizenResolver } from './resolvers/citizenResolver.js';
import { InboxResolver } from './resolvers/inboxResolver.js';
import { SocialServiceResolver } from './resolvers/socialServiceResolver.js';
import { WardResolver } from './resolvers/wardResolver.js';
import { statistics } from './statistics/index.js';

/** Psychiatry (the region): stays, functional descriptions, diagnoses and treatments. */
export const psychiatry = defineSubgraph({
  name: 'psychiatry',
  entities: [Admission, Leave, AdmissionEvent, Assessment, Diagnosis, Treatment, TreatmentContact, RejectedMessage],
  migrations: [CreatePsychiatry1750000000000, AddInbox1760000000000],
  resolvers: [
    CitizenResolver,
    AdmissionResolver,
    AdmissionWriteResolver,
    AssessmentResolver,
    InboxResolver,
    SocialServiceResolver,
    WardResolver,
  ],
  orphanedTypes: [SocialService],
  references,
  loaders: psychiatryLoaders,
  constraints: {
    leave_one_open: () => psychiatryErrors('LEAVE_ALREADY_OPEN'),
    admission_episode: () => psychiatryErrors('EPISODE_KNOWN', { field: 'input.episodeId' }),
    admission_ends_after_start: () => psychiatryErrors('ENDS_BEFORE_START', { field: 'input.at' }),
    leave_ends_after_start: () => psychiatryErrors('ENDS_BEFORE_START', { field: 'input.at' }),
    assessment_version: () => psychiatryErrors('ASSESSMENT_SUPERSEDED', { field: 'input.basedOnVersion' }),
  },
  reportsRelations: true,
  routes: addInboxRoute,
  statistics,
});
