import { type JobCentreCaseRecord, type MunicipalityRecords, municipalityOf, people } from '@sammen/population';
import { runSeed, type SeedSink } from '@sammen/subgraph-kit';
import { benefitRow, caseRow, housingRow, serviceRow, supportRow } from './seededRows.js';
import { municipality } from './subgraph.js';

/** Tables and their columns, parents before their children: the order in which COPY commits. */
const TABLES = [
  table(
    'social_service',
    'citizen_id id unit_id act paragraph hours_per_week provider goals caseworker_id caseworker_name decided_on',
    'valid_from valid_to follow_up_on end_reason assessment_id assessment_version',
  ),
  table(
    'housing',
    'citizen_id id unit_id kind place monthly_rent_oere area_square_metres registered_on valid_from valid_to',
  ),
  table(
    'housing_benefit',
    'citizen_id id unit_id kind status monthly_amount_oere rent_basis_oere area_square_metres household_size dwelling',
    'income_kind pension_from applied_on decided_on valid_from valid_to recalculation_on',
  ),
  table('financial_support', 'citizen_id id unit_id kind amount_oere frequency purpose decided_on valid_from valid_to'),
  table(
    'job_centre_case',
    'citizen_id id unit_id target_group min_plan_id caseworker_id caseworker_name opened_on closed_on',
  ),
  table('income_period', 'citizen_id id kind valid_from valid_to'),
  table('employment_measure', 'citizen_id id case_id measure employer hours_per_week purpose valid_from valid_to'),
  table('job_centre_follow_up', 'citizen_id id case_id unit_id due_on held_on'),
];

await runSeed(municipality, {
  tables: TABLES,
  async fill(sink, { seed, citizens, today }, progress) {
    let done = 0;
    for (const person of people(seed, citizens, { referenceDate: today })) {
      await writeCitizen(sink, municipalityOf(person));
      if (++done % 500 === 0) progress(done);
    }
  },
});

function table(name: string, ...columns: readonly string[]) {
  return { table: name, columns: columns.join(' ').split(' ') };
}

async function writeCitizen(sink: SeedSink, records: MunicipalityRecords): Promise<void> {
  const { jobCentreCase } = records;
  for (const service of records.socialServices) await sink.write('social_service', serviceRow(service));
  for (const housing of records.housing) await sink.write('housing', housingRow(housing));
  for (const benefit of records.housingBenefits)
    await sink.write('housing_benefit', benefitRow(benefit, jobCentreCase?.incomes ?? []));
  for (const support of records.financialSupports) await sink.write('financial_support', supportRow(support));
  if (jobCentreCase !== null) await writeCase(sink, jobCentreCase);
}

async function writeCase(sink: SeedSink, jobCentreCase: JobCentreCaseRecord): Promise<void> {
  const { citizenId, id: caseId, unitId, incomes, measures, followUps } = jobCentreCase;
  await sink.write('job_centre_case', caseRow(jobCentreCase));
  for (const { id, kind, validFrom, validTo } of incomes)
    await sink.write('income_period', [citizenId, id, kind, validFrom, validTo]);
  for (const { id, measure, employer, hoursPerWeek, purpose, validFrom, validTo } of measures) {
    const row = [citizenId, id, caseId, measure, employer, hoursPerWeek, purpose, validFrom, validTo];
    await sink.write('employment_measure', row);
  }
  for (const { id, dueOn, heldOn } of followUps)
    await sink.write('job_centre_follow_up', [citizenId, id, caseId, unitId, dueOn, heldOn]);
}
