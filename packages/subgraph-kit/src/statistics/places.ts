/**
 * Statistics cover the regions in which enough counted citizens live; everybody there is counted, and nobody elsewhere. A
 * region that a sector hardly knows would otherwise hide the others: what is left of the country would be about it.
 */
import { MUNICIPALITIES, regionOfMunicipality } from '@sammen/reference-data';
import type { Area } from '@sammen/statistics';
import type { EntityManager } from 'typeorm';
import type { Quarter } from './quarters.js';

/** With fewer counted citizens than this a region is not covered, and a new database not counted before it is filled. */
export const FEWEST_CITIZENS = 50;

/** How many of those who may be counted live where, by code of the municipality. */
export type Residents = ReadonlyMap<string, number>;

/** The regions that each quarter covers, by period. */
export type Coverage = ReadonlyMap<string, ReadonlySet<string>>;

/** Counts the completed rows of `statistic_person`. */
export async function residentsOf(manager: EntityManager): Promise<Residents> {
  const rows: { municipality: string; citizens: number }[] = await manager.query(
    `SELECT municipality, count(*)::int AS citizens FROM statistic_person WHERE municipality IS NOT NULL GROUP BY 1`,
  );
  return new Map(rows.map(({ municipality, citizens }) => [municipality, citizens]));
}

/**
 * What a quarter covers is decided when the first of these measures is released in it; one that comes later, because it
 * failed or is new, covers the same, however few it is about.
 */
export async function coverageOf(
  manager: EntityManager,
  measures: readonly string[],
  quarters: readonly Quarter[],
  residents: Residents,
): Promise<Coverage> {
  const rows: { period: string; region: string }[] = await manager.query(
    `SELECT DISTINCT period, region FROM statistic_cell
     WHERE measure = ANY ($1::text[]) AND period = ANY ($2::text[]) AND table_name = 'REGION'`,
    [measures, quarters.map(({ period }) => period)],
  );
  return new Map(
    quarters.map((quarter) => {
      const before = rows.filter(({ period }) => period === quarter.period).map(({ region }) => region);
      return [quarter.period, before.length > 0 ? new Set(before) : regionsOf(quarter, residents)];
    }),
  );
}

/** The regions with enough citizens, in the borders of the quarter's last day. */
export function regionsOf(quarter: Quarter, residents: Residents): ReadonlySet<string> {
  const citizensIn = new Map<string, number>();
  for (const { municipality, region } of municipalitiesIn(quarter))
    citizensIn.set(region, (citizensIn.get(region) ?? 0) + (residents.get(municipality) ?? 0));
  return new Set([...citizensIn].filter(([, citizens]) => citizens >= FEWEST_CITIZENS).map(([region]) => region));
}

/**
 * The municipalities of the regions that are covered, in the region that each belonged to when the quarter ended; those
 * of the fewest citizens first, because what has to be left out to protect others had better be small.
 */
export function placesOf(
  quarter: Quarter,
  residents: Residents,
  covered: ReadonlySet<string> = regionsOf(quarter, residents),
): readonly Area[] {
  return municipalitiesIn(quarter)
    .filter(({ region }) => covered.has(region))
    .toSorted((one, other) => (residents.get(one.municipality) ?? 0) - (residents.get(other.municipality) ?? 0));
}

function municipalitiesIn({ nextDay }: Quarter): Area[] {
  const lastDay = new Date(Date.parse(nextDay) - 1).toISOString().slice(0, 10);
  return MUNICIPALITIES.flatMap(({ code }) => {
    const region = regionOfMunicipality(code, lastDay);
    return region === null ? [] : [{ municipality: code, region: region.code }];
  });
}
