/** Questions to the statistics of a running system. */
import { setTimeout } from 'node:timers/promises';
import type { GraphqlAnswer, TestSystem } from './system.js';

/** A row as the graph gives it. */
export interface Row {
  readonly period: string;
  readonly region: string | null;
  readonly municipality: string | null;
  readonly ageGroup: string | null;
  readonly gender: string | null;
  readonly diagnosisGroup: string | null;
  readonly kind: string | null;
  readonly value: number | null;
  readonly suppressed: boolean;
}

/** The measures of each sector; `admissions` has a part that stands in fewer tables. */
export const MEASURES = {
  psychiatry: ['admissions', 'bedDays', 'lengthOfStay'],
  municipality: ['socialServices', 'housingBenefits', 'financialSupports', 'employmentMeasures'],
  ngo: ['mentorships', 'courseParticipants'],
  coordination: [
    ...['plans', 'agreements', 'overdueAgreements', 'overdueFollowUps', 'meetings', 'recoveryChange', 'recoveryHope'],
    ...[
      'recoveryWellbeing',
      'recoveryInclusion',
      'recoveryCitizenship',
      'recoveryEmpowerment',
      'recoveryMeaningfulLife',
    ],
  ],
} as const;

/** The columns of a row that a table can tell apart. */
export const COLUMNS = 'period region municipality ageGroup gender diagnosisGroup kind value suppressed';

/** Waits for the first release of a field, which is made a few seconds after the start. */
export async function untilReleased(system: TestSystem, ...fields: readonly string[]): Promise<void> {
  const query = `{ statistics { ${fields.map((field) => `${field} { releasedAt }`).join(' ')} } }`;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await setTimeout(200)) {
    const { body } = await askAsAnalyst(system, query);
    const tables = Object.values(body.data?.['statistics'] ?? {}) as ({ releasedAt: string | null } | null)[];
    if (tables.length === fields.length && tables.every((table) => table?.releasedAt)) return;
  }
  throw new Error('Nothing was released.');
}

/** Asks the gateway as the analyst. */
export function askAsAnalyst(system: TestSystem, query: string, variables = {}): Promise<GraphqlAnswer> {
  return system.graphql(system.urls['gateway']!, { persona: 'analyst', query, variables });
}

/** One published table of one measure. */
export async function tableOf(system: TestSystem, field: string, by: string, quarters = 8): Promise<readonly Row[]> {
  const query = `query T($quarters: Int!) { statistics { ${field}(by: ${by}, quarters: $quarters) { rows { ${COLUMNS} } } } }`;
  const { body } = await askAsAnalyst(system, query, { quarters });
  const rows = body.data?.['statistics']?.[field]?.rows as Row[] | undefined;
  if (rows === undefined) throw new Error(`No table: ${JSON.stringify(body.errors)}`);
  return rows;
}
