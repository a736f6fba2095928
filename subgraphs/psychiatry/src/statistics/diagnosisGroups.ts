/** Somebody belongs to one group at a time: that of the main diagnosis in force on the last day of a quarter. */

/** The blocks of chapter V of ICD-10. Source: ICD-10, Danish edition, short names by Sammen. Licence: public facts. */
export const DIAGNOSIS_GROUPS = [
  { code: 'F00-F09', from: 0, da: 'Organiske psykiske lidelser', en: 'Organic mental disorders' },
  { code: 'F10-F19', from: 10, da: 'Lidelser ved psykoaktive stoffer', en: 'Disorders by psychoactive substances' },
  { code: 'F20-F29', from: 20, da: 'Skizofreni og andre psykoser', en: 'Schizophrenia and other psychoses' },
  { code: 'F30-F39', from: 30, da: 'Affektive lidelser', en: 'Affective disorders' },
  { code: 'F40-F48', from: 40, da: 'Angst og stress', en: 'Anxiety and stress' },
  { code: 'F50-F59', from: 50, da: 'Spiseforstyrrelser m.m.', en: 'Eating disorders and the like' },
  { code: 'F60-F69', from: 60, da: 'Personlighedsforstyrrelser', en: 'Personality disorders' },
  { code: 'F70-F79', from: 70, da: 'Mental retardering', en: 'Intellectual disability' },
  { code: 'F80-F89', from: 80, da: 'Udviklingsforstyrrelser', en: 'Developmental disorders' },
  {
    code: 'F90-F99',
    from: 90,
    da: 'Adfærds- og opmærksomhedsforstyrrelser',
    en: 'Disorders of behaviour and attention',
  },
  { code: 'OTHER', from: 100, da: 'Ingen hoveddiagnose', en: 'No main diagnosis' },
] as const;

const KNOWN = DIAGNOSIS_GROUPS.slice(0, -1);
const CODES = KNOWN.map(({ code }) => `'${code}'`).join(', ');
const BOUNDS = KNOWN.slice(1)
  .map(({ from }) => from)
  .join(', ');

/** SQL: the group of a citizen in quarter `q`; null without a main diagnosis. */
export const diagnosisGroupOf = (citizenId: string): string => `(
  SELECT (ARRAY[${CODES}])[width_bucket(substr(d.sks_code, 3, 2)::int, ARRAY[${BOUNDS}]) + 1]
  FROM diagnosis d
  WHERE d.citizen_id = ${citizenId} AND d.rank = 'PRIMARY' AND d.first_diagnosed_on < q.next_day
    AND (d.ended_on IS NULL OR d.ended_on >= q.next_day - 1)
  ORDER BY d.first_diagnosed_on DESC, d.id LIMIT 1)`;
