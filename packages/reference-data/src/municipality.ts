/** A municipality belongs to exactly one region on any day; Christiansø (0411) to none. */
import { MUNICIPALITY_LIST } from './data/municipalityList.js';
import { OESTDANMARK_FROM, regionByCode } from './region.js';
import type { Region } from './region.js';

/** Membership of a region for the half-open period [validFrom, validTo). */
export interface RegionMembership {
  readonly regionCode: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A Danish municipality. */
export interface Municipality {
  /** Four digits, for example `0561`. */
  readonly code: string;
  readonly name: string;
  /** The municipality as an organisation in this system; null for Christiansø, which has no municipal council. */
  readonly organisationId: string | null;
  readonly regions: readonly RegionMembership[];
}

const FROM_2007 = '2007-01-01';

function membershipsOf(regionCode: string): RegionMembership[] {
  if (regionCode !== '1084' && regionCode !== '1085') return [{ regionCode, validFrom: FROM_2007, validTo: null }];
  return [
    { regionCode, validFrom: FROM_2007, validTo: OESTDANMARK_FROM },
    { regionCode: 'OESTDANMARK', validFrom: OESTDANMARK_FROM, validTo: null },
  ];
}

/** The 98 municipalities and Christiansø, by code. */
export const MUNICIPALITIES: readonly Municipality[] = [
  ...MUNICIPALITY_LIST.trim()
    .split('\n')
    .map((line): Municipality => {
      const code = line.slice(0, 4);
      const name = line.slice(10);
      return { code, name, organisationId: `municipality-${code}`, regions: membershipsOf(line.slice(5, 9)) };
    }),
  { code: '0411', name: 'Christiansø', organisationId: null, regions: [] },
].sort((a, b) => (a.code < b.code ? -1 : 1));

const byCode = new Map(MUNICIPALITIES.map((each) => [each.code, each]));

/** The municipality with this four-digit code, or null. */
export function municipality(code: string): Municipality | null {
  return byCode.get(code) ?? null;
}

/** The region that a municipality belongs to on a day (`YYYY-MM-DD`), or null: unknown code, Christiansø, before 2007. */
export function regionOfMunicipality(code: string, onDate: string): Region | null {
  const membership = byCode
    .get(code)
    ?.regions.find((each) => each.validFrom <= onDate && (each.validTo === null || onDate < each.validTo));
  return membership === undefined ? null : regionByCode(membership.regionCode);
}
