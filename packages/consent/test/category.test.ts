/** Which sector answers for which data: what a consent says of sources is matched against it. */
import { categoriesOfSector, DATA_CATEGORIES, SECTORS } from '../src';

const LISTS = {
  CITIZEN: ['IDENTITY', 'CPR_NUMBER', 'CONTACT', 'REPRESENTATIVES', 'CONSENTS', 'ACCESS_LOG'],
  PSYCHIATRY: ['ADMISSION_NOTICE', 'ADMISSION', 'DIAGNOSIS', 'ASSESSMENT', 'TREATMENT'],
  MUNICIPALITY: ['SOCIAL_SERVICE', 'HOUSING', 'HOUSING_BENEFIT', 'FINANCIAL_SUPPORT', 'EMPLOYMENT'],
  NGO: ['MENTORSHIP', 'VOLUNTEER_VISIT', 'PSYCHO_EDUCATION'],
  COORDINATION: ['PLAN', 'MEETING', 'CARE_TEAM'],
};

it('every category is of one sector, and every sector has these', () => {
  expect(Object.fromEntries(SECTORS.map((sector) => [sector, categoriesOfSector(sector)]))).toEqual(LISTS);
  expect(Object.values(LISTS).flat().toSorted()).toEqual(DATA_CATEGORIES.toSorted());
});
