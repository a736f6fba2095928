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

/** Counts the completed rows of `statistic_person`. */
export async function residentsOf(manager: EntityManager): Promise<Residents> {
  const rows: { municipality: string; citizens: number }[] = await manager.query(
    `SELECT municipality, count(*)::int AS citizens FROM statistic_person WHERE municipality IS NOT NULL GROUP BY 1`,
  );
  return new Map(rows.map(({ municipality, citizens }) => [municipality, citizens]));
}

/**
 * The municipalities of the regions that are covered, in the region that each belonged to when the quarter ended; those
 * of the fewest citizens first, because what has to be left out to protect others had better be small.
 */
export function placesOf({ nextDay }: Quarter, residents: Residents): readonly Area[] {
  const lastDay = new Date(Date.parse(nextDay) - 1).toISOString().slice(0, 10);
  const all = MUNICIPALITIES.flatMap(({ code }) => {
    const region = regionOfMunicipality(code, lastDay);
    return region === null ? [] : [{ municipality: code, region: region.code }];
  });
  const citizensIn = new Map<string, number>();
  for (const { municipality, region } of all)
    citizensIn.set(region, (citizensIn.get(region) ?? 0) + (residents.get(municipality) ?? 0));
  return all
    .filter(({ region }) => citizensIn.get(region)! >= FEWEST_CITIZENS)
    .toSorted((one, other) => (residents.get(one.municipality) ?? 0) - (residents.get(other.municipality) ?? 0));
}
