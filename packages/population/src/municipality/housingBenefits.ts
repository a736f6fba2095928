/** A housing benefit is for the dwelling the citizen rents now: same rent, same area. */
import { countedArea } from '@sammen/reference-data';
import type { HousingBenefitKindCode, HousingBenefitStatusCode } from '@sammen/reference-data';
import { share } from '../core/distribution.js';
import { recordId } from '../core/identifiers.js';
import { streamOf, topic } from '../core/random.js';
import { stratifiedPoint } from '../core/stratified.js';
import { dayOf, isoDate } from '../core/time.js';
import { EDGE_CASES } from '../edgeCases.js';
import type { HousingBenefitRecord, HousingRecord } from '../records/municipalityRecords.js';
import type { Person } from '../records/personRecords.js';

const BENEFIT = topic('housing benefit');

const STATUSES = [
  ['GRANTED', 0.88],
  ['APPLIED', 0.06],
  ['REFUSED', 0.04],
  ['REPAY', 0.02],
] as const satisfies readonly (readonly [HousingBenefitStatusCode, number])[];

/** Part of the counted rent that is paid as benefit. A stand-in for the real computation, which needs income and wealth. */
const PAID_PART = 0.28;

/** The housing benefit of a citizen: 75 % of the first 220, half of the others who rent. `housing` are the same citizen's periods. */
export function housingBenefitsOf(person: Person, housing: readonly HousingRecord[]): readonly HousingBenefitRecord[] {
  const { profile, index, seed } = person;
  const dwelling = housing.findLast((each) => each.monthlyRent !== null);
  if (dwelling?.monthlyRent == null || dwelling.areaSquareMetres === null || dwelling !== housing.at(-1)) return [];
  const random = streamOf(person.key, BENEFIT);
  const programme = profile.recipe === 'TEN_IN_EACH';
  const point = programme ? stratifiedPoint(seed, 'housing benefit', index) : random.unit();
  const showcase = index === EDGE_CASES.showcase;
  // Some have no dwelling to pay for, so of the rest a little more than 75 % get it.
  if (!showcase && point >= (programme ? 0.84 : 0.5)) return [];
  const from = Math.max(dayOf(dwelling.validFrom), profile.lastDay - random.between(100, 800));
  const householdSize = random.chance(0.85) ? 1 : random.between(2, 4);
  const status: HousingBenefitStatusCode = showcase ? 'GRANTED' : share(random.unit(), STATUSES);
  const counted = Math.min(1, countedArea(householdSize) / dwelling.areaSquareMetres);
  const kind: HousingBenefitKindCode = profile.age >= 67 ? 'BOLIGYDELSE' : 'BOLIGSIKRING';
  const ended = dwelling.validTo !== null;
  const record: HousingBenefitRecord = {
    id: recordId(person.key, BENEFIT, 0),
    citizenId: person.id,
    organisationId: dwelling.organisationId,
    unitId: dwelling.unitId,
    kind,
    status: ended ? 'ENDED' : status,
    monthlyAmount: status === 'GRANTED' && !ended ? Math.round(dwelling.monthlyRent * counted * PAID_PART) : 0,
    rentBasis: dwelling.monthlyRent,
    areaSquareMetres: dwelling.areaSquareMetres,
    householdSize,
    validFrom: isoDate(from),
    validTo: dwelling.validTo,
    recalculationOn: isoDate(from + 365 * (1 + Math.floor(Math.max(0, profile.today - from) / 365))),
  };
  return [record];
}
