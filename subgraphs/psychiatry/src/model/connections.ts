import { connectionOf } from '@sammen/subgraph-kit';
import { Admission } from './admission.js';
import { RejectedMessage } from './rejectedMessage.js';
import { Treatment } from './treatment.js';
import { TreatmentContact } from './treatmentContact.js';

/** Stays of one citizen. */
export const AdmissionConnection = connectionOf(Admission, 'ADMISSION_NOTICE');

/** Treatments of one citizen. */
export const TreatmentConnection = connectionOf(Treatment, 'TREATMENT');

/** Contacts of one citizen, whatever the treatment. */
export const TreatmentContactConnection = connectionOf(TreatmentContact, 'TREATMENT');

/** Stays of many citizens: each is decided for its own citizen, and only what is visible is counted. */
export const WardAdmissionConnection = connectionOf(Admission, null, 'WardAdmission');

/** Messages that could not be taken; they belong to no citizen that anybody could name. */
export const RejectedMessageConnection = connectionOf(RejectedMessage, null);
