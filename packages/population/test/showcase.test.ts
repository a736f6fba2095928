import { EDGE_CASES, PERSONAS } from '@sammen/population';
import { everybody } from './support/everything.js';

const [showcase] = [...everybody(1, [EDGE_CASES.showcase])];
const { person, psychiatry, municipality, ngo, coordination } = showcase!;

describe('the show-case citizen has data in every sector', () => {
  it('lives in Esbjerg and is admitted to the ward of the persona nurse', () => {
    expect(person.municipalityCode).toBe('0561');
    const admission = psychiatry.admissions.at(-1)!;
    expect(admission).toMatchObject({
      status: 'ADMITTED',
      dischargedAt: null,
      wardUnitId: PERSONAS['ward-nurse'].actor.unitId,
    });
    expect(admission.leaves).toHaveLength(1);
  });

  it('home support rests on an assessment that has a newer version', () => {
    const homeSupport = municipality.socialServices.find((each) => each.paragraph === '85')!;
    expect(homeSupport.status).toBe('GRANTED');
    expect(homeSupport.assessmentVersion).toBeLessThan(psychiatry.assessments.at(-1)!.version);
    expect(homeSupport.caseworkerActorId).toBe(PERSONAS['social-worker'].actor.id);
  });

  it('has housing, housing benefit, financial support and a job-centre case with the persona consultant', () => {
    expect(municipality.housing.at(-1)).toMatchObject({ kind: 'OWN_DWELLING', validTo: null });
    expect(municipality.housingBenefits[0]).toMatchObject({ status: 'GRANTED' });
    expect(municipality.financialSupports).toHaveLength(1);
    expect(municipality.jobCentreCase).toMatchObject({
      caseworkerActorId: PERSONAS['job-consultant'].actor.id,
      closedOn: null,
    });
    expect(municipality.jobCentreCase!.measures).toHaveLength(1);
  });

  it('has the persona mentor and volunteer, and a course', () => {
    expect(ngo.mentorships[0]).toMatchObject({ mentorActorId: PERSONAS.mentor.actor.id, endedOn: null });
    expect(ngo.volunteerMatches[0]).toMatchObject({ volunteerActorId: PERSONAS.volunteer.actor.id, endedOn: null });
    expect(ngo.enrolments[0]).toMatchObject({ status: 'ENROLLED' });
  });

  it('has the persona key manager after a hand-over, a plan in rank order, a discharge agreement and a meeting to come', () => {
    expect(coordination.case!.keyManagers.map((each) => each.validTo === null)).toEqual([false, true]);
    expect(coordination.case!.keyManagers.at(-1)!.actorId).toBe(PERSONAS['key-manager'].actor.id);
    expect(coordination.plans.map((each) => each.kind)).toEqual(['ACTION_PLAN', 'DISCHARGE_AGREEMENT']);
    expect(coordination.plans[0]!.agreements.filter((each) => each.rank !== null).length).toBeGreaterThan(1);
    expect(coordination.meetings.at(-1)!.status).toBe('PLANNED');
    expect(coordination.safeSetting).not.toBeNull();
  });
});

describe('whoever is seeded on another day', () => {
  it.each(['2026-11-22', '2027-02-28', '2028-02-29'])('sees the same story on %s', (referenceDate) => {
    const [other] = [...everybody(1, [EDGE_CASES.showcase], { referenceDate })];
    expect(other!.psychiatry.admissions.map((each) => each.status)).toEqual(
      psychiatry.admissions.map((each) => each.status),
    );
    expect(other!.citizen.consents.every((each) => each.validTo > referenceDate)).toBe(true);
  });

  it('is the MedCom test person without admissions of their own, but treated in Esbjerg', () => {
    const [medcom] = [...everybody(1, [EDGE_CASES.medcomTestPerson])];
    expect(medcom!.psychiatry.admissions).toEqual([]);
    expect(medcom!.psychiatry.treatments[0]!.endedOn).toBeNull();
  });
});
