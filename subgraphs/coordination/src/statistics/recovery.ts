/**
 * All of these count the same citizens, each once in a quarter, and differ in their own dimension alone. So together they
 * are one family of tables with several dimensions, and tell no more than it does (docs/decisions/0031).
 */
import type { Measure } from '@sammen/subgraph-kit';

/** A total that moves by less than this stays about the same: half a step of each indicator. */
const STEP = 3;

/**
 * SQL: each citizen's last complete own measurement of each quarter, with by how much the total rose since the complete
 * own one before it, on the same scale. What a relative or a professional answered alone is not the citizen's recovery.
 */
const MEASURED = `
  SELECT DISTINCT ON (q.period, m.citizen_id) q.period, m.*
  FROM quarter q JOIN (
    SELECT *, total - lag(total) OVER (PARTITION BY citizen_id, scale ORDER BY measured_on, recorded_at, id) AS change
    FROM recovery_measurement WHERE total IS NOT NULL AND answered_by IN ('CITIZEN', 'CITIZEN_SUPPORTED')) m
    ON m.measured_on >= q.first_day AND m.measured_on < q.next_day
  ORDER BY q.period, m.citizen_id, m.measured_on DESC, m.recorded_at DESC, m.id DESC`;

const WHOM = {
  da: 'Borgere med en fuldstændig recovery-måling i kvartalet, som de selv har besvaret, hver talt én gang efter den sidste',
  en: 'Citizens with a complete recovery measurement in the quarter that they answered themselves, each counted once, by the last one',
};

function recoveryMeasure(words: Pick<Measure, 'field' | 'da' | 'en' | 'kinds'>, kind: string): Measure {
  return {
    field: words.field,
    da: `${WHOM.da}: ${words.da}`,
    en: `${WHOM.en}: ${words.en}`,
    unit: 'COUNT',
    kinds: words.kinds,
    together: 'recovery',
    events: `SELECT period, citizen_id, ${kind} AS kind, 1 AS units, 0 AS amount FROM (${MEASURED}) AS measured`,
  };
}

const change = recoveryMeasure(
  {
    field: 'recoveryChange',
    da: `om den samlede score (0-60) er steget eller faldet med mindst ${STEP} siden den forrige`,
    en: `whether the total (0-60) rose or fell by at least ${STEP} since the one before`,
    kinds: [
      { code: 'ROSE', da: 'Steget', en: 'Risen' },
      { code: 'UNCHANGED', da: 'Omtrent uændret', en: 'About the same' },
      { code: 'FELL', da: 'Faldet', en: 'Fallen' },
      { code: 'FIRST', da: 'Første måling', en: 'First measurement' },
    ],
  },
  `CASE WHEN change IS NULL THEN 'FIRST' WHEN change >= ${STEP} THEN 'ROSE' WHEN change <= -${STEP} THEN 'FELL' ELSE 'UNCHANGED' END`,
);

const BANDS = [
  { code: 'LOW', da: 'Lav (0-3)', en: 'Low (0-3)' },
  { code: 'MIDDLE', da: 'Mellem (4-6)', en: 'Middle (4-6)' },
  { code: 'HIGH', da: 'Høj (7-10)', en: 'High (7-10)' },
] as const;

/** Each indicator with the column that holds it. */
const INDICATORS = [
  { field: 'recoveryHope', column: 'hope', da: 'håb', en: 'hope' },
  { field: 'recoveryWellbeing', column: 'wellbeing', da: 'trivsel', en: 'wellbeing' },
  { field: 'recoveryInclusion', column: 'inclusion', da: 'inklusion', en: 'inclusion' },
  { field: 'recoveryCitizenship', column: 'citizenship', da: 'medborgerskab', en: 'citizenship' },
  { field: 'recoveryEmpowerment', column: 'empowerment', da: 'empowerment', en: 'empowerment' },
  { field: 'recoveryMeaningfulLife', column: 'meaningful_life', da: 'et meningsfuldt liv', en: 'a meaningful life' },
] as const;

/** How recovery went, and where each of the six indicators stands; never an average, which few would tell of each other. */
export const recovery: readonly Measure[] = [
  change,
  ...INDICATORS.map(({ field, column, da, en }) =>
    recoveryMeasure(
      { field, da: `efter ${da}`, en: `by ${en}`, kinds: BANDS },
      `CASE WHEN ${column} <= 3 THEN 'LOW' WHEN ${column} <= 6 THEN 'MIDDLE' ELSE 'HIGH' END`,
    ),
  ),
];
