/** A region's membership and name hold for a period: Hovedstaden and Sjælland become Østdanmark on 2027-01-01. */

/** A Danish region. Dates are `YYYY-MM-DD`; a period is half-open: [validFrom, validTo). */
export interface Region {
  /** The region number of the national registers: 1081–1085. Østdanmark's is not published here: `OESTDANMARK`. */
  readonly code: string;
  /** ISO 3166-2, null where none is given yet. */
  readonly iso: string | null;
  /** The region as an organisation in this system. */
  readonly organisationId: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The day on which Region Hovedstaden and Region Sjælland become Region Østdanmark. */
export const OESTDANMARK_FROM = '2027-01-01';

const REFORM_2007 = '2007-01-01';

/**
 * All regions, past and coming.
 * Source: DK Core region codes (ISO 3166-2:DK) and the act on Region Østdanmark; facts taken 2026-11. Licence: public facts.
 */
export const REGIONS: readonly Region[] = [
  region('1081', 'DK-81', 'region-nordjylland', 'Region Nordjylland'),
  region('1082', 'DK-82', 'region-midtjylland', 'Region Midtjylland'),
  region('1083', 'DK-83', 'region-syddanmark', 'Region Syddanmark'),
  region('1084', 'DK-84', 'region-hovedstaden', 'Region Hovedstaden', REFORM_2007, OESTDANMARK_FROM),
  region('1085', 'DK-85', 'region-sjaelland', 'Region Sjælland', REFORM_2007, OESTDANMARK_FROM),
  region('OESTDANMARK', null, 'region-oestdanmark', 'Region Østdanmark', OESTDANMARK_FROM),
];

function region(
  code: string,
  iso: string | null,
  organisationId: string,
  name: string,
  validFrom = REFORM_2007,
  validTo: string | null = null,
): Region {
  return { code, iso, organisationId, name, validFrom, validTo };
}

const byCode = new Map(REGIONS.map((each) => [each.code, each]));

/** The region with this number, or null. Answers for ended regions too. */
export function regionByCode(code: string): Region | null {
  return byCode.get(code) ?? null;
}
