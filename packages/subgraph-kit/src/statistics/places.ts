import { MUNICIPALITIES, regionOfMunicipality } from '@sammen/reference-data';
import type { Area } from '@sammen/statistics';
import type { Quarter } from './quarters.js';

/** Every municipality with the region it belonged to when the quarter ended; Christiansø belongs to none and is not counted. */
export function placesOf({ nextDay }: Quarter): readonly Area[] {
  const lastDay = new Date(Date.parse(nextDay) - 1).toISOString().slice(0, 10);
  return MUNICIPALITIES.flatMap(({ code }) => {
    const region = regionOfMunicipality(code, lastDay);
    return region === null ? [] : [{ municipality: code, region: region.code }];
  });
}
