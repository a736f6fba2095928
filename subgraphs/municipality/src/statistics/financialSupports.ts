import { type Measure, RUNNING_IN_QUARTER } from '@sammen/subgraph-kit';

/** Help in money: what was given once in the quarter, and what ran in it. */
export const financialSupports: Measure = {
  field: 'financialSupports',
  da: 'Økonomisk støtte i kvartalet: engangsbeløb, der blev givet i kvartalet, og månedlige beløb, der løb på mindst én dag',
  en: 'Financial support in the quarter: single amounts that were given in it, and monthly amounts that ran on at least one day',
  unit: 'COUNT',
  kinds: [
    { code: 'ADDITIONAL_EXPENSES', da: 'Merudgifter', en: 'Additional expenses of a disability' },
    { code: 'SINGLE_HELP', da: 'Enkeltydelse', en: 'Help with a single expense' },
    { code: 'DEPOSIT_LOAN', da: 'Beboerindskudslån', en: 'Loan for a tenant’s deposit' },
  ],
  events: `
    SELECT q.period, s.citizen_id, s.kind, 1 AS units, 0 AS amount
    FROM quarter q JOIN financial_support s ON CASE s.frequency
      WHEN 'ONCE' THEN s.valid_from >= q.first_day AND s.valid_from < q.next_day
      ELSE ${RUNNING_IN_QUARTER('s.valid_from', 's.valid_to')} END`,
};
