import { childRows, pagesByCitizen, rowsByCitizen, rowsByKey } from '@sammen/subgraph-kit';
import type { DataSource } from 'typeorm';
import { Admission } from './model/admission.js';
import { AdmissionEvent } from './model/admissionEvent.js';
import { Assessment } from './model/assessment.js';
import { Diagnosis } from './model/diagnosis.js';
import { Leave } from './model/leave.js';
import { Treatment } from './model/treatment.js';
import { TreatmentContact } from './model/treatmentContact.js';

/** Every batch of the psychiatry subgraph; made anew for each request. */
export function psychiatryLoaders(database: DataSource) {
  return {
    /** A cancelled stay vanishes from the graph and stays in the history. */
    admissionPages: pagesByCitizen(database, Admission, {
      newestFirstBy: 'startedAt',
      where: `r.status <> 'CANCELLED'`,
    }),
    admission: rowsByKey(database, Admission),
    leaves: childRows(database, Leave, 'admissionId', { startedAt: 'ASC' }),
    events: childRows(database, AdmissionEvent, 'admissionId', {
      recordedAt: 'ASC',
      occurredAt: 'ASC',
    }),
    assessments: rowsByCitizen(database, Assessment, { version: 'DESC' }),
    assessment: rowsByKey(database, Assessment),
    diagnoses: rowsByCitizen(database, Diagnosis, { rank: 'ASC', firstDiagnosedOn: 'DESC' }),
    diagnosis: rowsByKey(database, Diagnosis),
    treatmentPages: pagesByCitizen(database, Treatment, { newestFirstBy: 'startedOn' }),
    contactPages: pagesByCitizen(database, TreatmentContact, { newestFirstBy: 'at' }),
    treatment: rowsByKey(database, Treatment),
  };
}

/** What {@link psychiatryLoaders} makes. */
export type PsychiatryLoaders = ReturnType<typeof psychiatryLoaders>;
