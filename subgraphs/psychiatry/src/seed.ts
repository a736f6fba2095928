import { type AdmissionRecord, people, psychiatryOf } from '@sammen/population';
import { FUNCTIONAL_LEVELS } from '@sammen/reference-data';
import { runSeed, type SeedSink } from '@sammen/subgraph-kit';
import { psychiatry } from './subgraph.js';

const LEVELS = new Map(FUNCTIONAL_LEVELS.map(({ key, level }) => [key, level]));

/** Parents before their children: the order in which COPY commits. */
const TABLES = [
  {
    table: 'admission',
    columns: [
      'citizen_id',
      'id',
      'episode_id',
      'kind',
      'status',
      'started_at',
      'ended_at',
      'hospital_name',
      'ward_name',
      'unit_id',
    ],
  },
  { table: 'leave', columns: ['citizen_id', 'id', 'admission_id', 'started_at', 'ended_at'] },
  { table: 'admission_event', columns: ['citizen_id', 'id', 'admission_id', 'kind', 'occurred_at', 'recorded_at'] },
  {
    table: 'assessment',
    columns: [
      'citizen_id',
      'id',
      'version',
      'assessed_on',
      'author_id',
      'author_name',
      'author_role',
      'unit_id',
      'summary',
      'domains',
    ],
  },
  { table: 'diagnosis', columns: ['citizen_id', 'id', 'sks_code', 'rank', 'first_diagnosed_on', 'ended_on'] },
  {
    table: 'treatment',
    columns: ['citizen_id', 'id', 'kind', 'status', 'course', 'responsible_name', 'unit_id', 'started_on', 'ended_on'],
  },
  // No messages yet; named so that replacing the population empties them too.
  { table: 'inbox_message', columns: ['citizen_id'] },
  { table: 'inbox_rejected', columns: ['id'] },
  { table: 'treatment_contact', columns: ['citizen_id', 'id', 'treatment_id', 'at', 'kind', 'unit_id'] },
] as const;

/** What a change of status is called in the history. */
const EVENT_OF_STATUS = {
  ADMITTED: 'ADMITTED',
  ON_LEAVE: 'LEAVE_STARTED',
  DISCHARGED: 'DISCHARGED',
  DECEASED: 'DIED',
} as const;

await runSeed(psychiatry, {
  tables: TABLES,
  async fill(sink, { seed, citizens, today }, progress) {
    let done = 0;
    for (const person of people(seed, citizens, { referenceDate: today })) {
      const { admissions, assessments, diagnoses, treatments } = psychiatryOf(person);
      for (const admission of admissions) await writeAdmission(sink, admission);
      for (const a of assessments) {
        const domains = a.domains.map(({ theme, level, note }) => ({
          domain: theme,
          level: LEVELS.get(level) ?? null,
          note,
        }));
        await sink.write('assessment', [
          a.citizenId,
          a.id,
          a.version,
          a.assessedOn,
          a.authorActorId,
          a.authorName,
          'PSYCHIATRIST',
          a.unitId,
          a.summary,
          domains,
        ]);
      }
      for (const d of diagnoses) {
        await sink.write('diagnosis', [
          d.citizenId,
          d.id,
          `D${d.code.replace('.', '')}`,
          d.kind,
          d.firstDiagnosedOn,
          d.endedOn,
        ]);
      }
      for (const t of treatments) {
        await sink.write('treatment', [
          t.citizenId,
          t.id,
          t.kind,
          t.status,
          t.course,
          t.responsibleName,
          t.responsibleUnitId,
          t.startedOn,
          t.endedOn,
        ]);
        for (const c of t.contacts)
          await sink.write('treatment_contact', [t.citizenId, c.id, t.id, c.at, c.kind, c.unitId]);
      }
      if (++done % 500 === 0) progress(done);
    }
  },
});

async function writeAdmission(sink: SeedSink, a: AdmissionRecord): Promise<void> {
  await sink.write('admission', [
    a.citizenId,
    a.id,
    a.episodeIdentifier,
    a.kind,
    a.status,
    a.admittedAt,
    a.dischargedAt,
    a.hospitalName,
    a.wardName,
    a.wardUnitId,
  ]);
  for (const leave of a.leaves)
    await sink.write('leave', [a.citizenId, leave.id, a.id, leave.startedAt, leave.endedAt]);
  for (const [i, { id, status, at }] of a.statusHistory.entries()) {
    const kind = status === 'ADMITTED' && i > 0 ? 'LEAVE_ENDED' : EVENT_OF_STATUS[status];
    await sink.write('admission_event', [a.citizenId, id, a.id, kind, at, at]);
  }
}
