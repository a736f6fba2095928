import { employmentMeasure, isOpenToNew, socialParagraph } from '@sammen/reference-data';
import { breaking, cohort, followEachOther } from './support/cohort.js';
import type { Records } from './support/everything.js';

const every = <Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean) => items.every(holds);

describe('municipality', () => {
  it('a grant that needs a description names one that existed when it was decided; the programme has no grant without', () => {
    const holds = ({ person, psychiatry, municipality }: Records) =>
      every(municipality.socialServices, (each) => {
        const paragraph = socialParagraph(each.act, each.paragraph);
        const found = psychiatry.assessments.find(
          (one) => one.id === each.assessmentId && one.version === each.assessmentVersion,
        );
        if (paragraph === null) return false;
        if (!paragraph.restsOnAssessment) return each.assessmentId === null;
        if (each.assessmentId === null)
          return person.profile.recipe === 'LARGER' && psychiatry.assessments.length === 0;
        return found !== undefined && found.assessedOn <= each.validFrom;
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('some grants rest on an older version than the newest: the ones to warn about', () => {
    const stale = cohort.filter(({ psychiatry, municipality }) =>
      municipality.socialServices.some(
        (each) =>
          each.status === 'GRANTED' &&
          each.assessmentVersion !== null &&
          each.assessmentVersion < psychiatry.assessments.length,
      ),
    );
    expect(stale.length).toBeGreaterThan(50);
  });

  it('periods end after they begin, and of two of a kind the second begins after the first', () => {
    const holds = ({
      municipality: { socialServices, housing, housingBenefits, financialSupports, jobCentreCase },
    }: Records) =>
      every(
        [...socialServices, ...housingBenefits, ...financialSupports, ...(jobCentreCase?.measures ?? [])],
        (each) => (each.validTo ?? '9') > each.validFrom,
      ) &&
      followEachOther(housing) &&
      followEachOther(jobCentreCase?.incomes ?? []) &&
      every(
        socialServices,
        (each) => each.decidedOn <= each.validFrom && (each.status === 'ENDED') === (each.validTo !== null),
      );
    expect(breaking(holds)).toEqual([]);
  });

  it('adults get help for adults, children for children', () => {
    const holds = ({ person, municipality }: Records) =>
      every(municipality.socialServices, ({ act, paragraph }) => {
        const audience = socialParagraph(act, paragraph)!.audience;
        return audience === 'ALL' || (audience === 'CHILDREN') === person.profile.age < 18;
      });
    expect(breaking(holds)).toEqual([]);
  });

  it('no measure begins after it was closed to new cases', () => {
    const holds = ({ municipality }: Records) =>
      every(municipality.jobCentreCase?.measures ?? [], (each) =>
        isOpenToNew(employmentMeasure(each.measure)!, each.validFrom),
      );
    expect(breaking(holds)).toEqual([]);
    expect(
      cohort.some(({ municipality }) =>
        municipality.jobCentreCase?.measures.some((each) => each.measure === 'RESOURCE_COURSE'),
      ),
    ).toBe(true);
  });

  it('housing benefit is paid for the dwelling that is rented, and boligydelse only to pensioners', () => {
    const holds = ({ person, municipality: { housing, housingBenefits } }: Records) =>
      every(
        housingBenefits,
        (each) =>
          housing.some((one) => one.monthlyRent === each.rentBasis && one.areaSquareMetres === each.areaSquareMetres) &&
          (each.kind === 'BOLIGYDELSE') === person.profile.age >= 67 &&
          (each.status === 'GRANTED') === each.monthlyAmount > 0,
      );
    expect(breaking(holds)).toEqual([]);
  });
});
