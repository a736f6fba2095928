import { day, firstOfMonth, noId, useMunicipality } from './municipality.js';

const municipality = useMunicipality('0420');
const officer = municipality.staff('HOUSING_OFFICER');
const [anna, bo, carl, dina] = municipality.residents as any;

const application = (citizenId: string, more: Record<string, unknown> = {}) => ({
  citizenId,
  kind: 'BOLIGSIKRING',
  incomeKind: 'CASH_BENEFIT',
  rentBasisOere: 400_000,
  areaSquareMetres: 100,
  householdSize: 1,
  dwelling: 'OWN_KITCHEN',
  validFrom: firstOfMonth(1),
  ...more,
});
const clear = (citizenId: string) => municipality.sql('DELETE FROM housing_benefit WHERE citizen_id = $1', [citizenId]);
const stateOf = async (citizenId: string) =>
  JSON.stringify(
    await municipality.sql('SELECT * FROM housing_benefit WHERE citizen_id = $1 ORDER BY id', [citizenId]),
  );
/** A benefit that was granted from that month on. */
const granted = async (citizenId: string, validFrom = firstOfMonth(0)) => {
  const { id } = await officer.write('applyForHousingBenefit', application(citizenId, { validFrom }));
  const decision = { citizenId, benefitId: id, version: 1, monthlyAmountOere: 100_000 };
  await officer.write('decideHousingBenefit', decision);
  return { citizenId, benefitId: id, version: 2 };
};

describe('a housing benefit', () => {
  beforeEach(() => clear(anna.id));

  it('is applied for, granted, recalculated and ended, and every step is there to be read', async () => {
    const fields =
      'status monthlyAmountOere rentBasisOere householdSize countedAreaSquareMetres recalculationOn validTo version';
    const applied = await officer.write(
      'applyForHousingBenefit',
      application(anna.id),
      `id ${fields} appliedOn decidedOn`,
    );
    expect(applied).toMatchObject({ status: 'APPLIED', monthlyAmountOere: null, appliedOn: day(0), decidedOn: null });
    expect(applied.countedAreaSquareMetres).toBe(65);

    const at = (version: number) => ({ citizenId: anna.id, benefitId: applied.id, version });
    const decision = { ...at(1), monthlyAmountOere: 120_000 };
    const newYear = `${Number(firstOfMonth(1).slice(0, 4)) + 1}-01-01`;
    expect(await officer.write('decideHousingBenefit', decision, `${fields} decidedOn`)).toMatchObject({
      status: 'GRANTED',
      monthlyAmountOere: 120_000,
      recalculationOn: newYear,
      decidedOn: day(0),
      version: 2,
    });

    const recalculation = { ...at(2), monthlyAmountOere: 90_000, householdSize: 2, recalculationOn: day(400) };
    expect(await officer.write('recalculateHousingBenefit', recalculation, fields)).toMatchObject({
      monthlyAmountOere: 90_000,
      householdSize: 2,
      rentBasisOere: 400_000,
      countedAreaSquareMetres: 85,
      recalculationOn: day(400),
    });

    const end = { ...at(3), validTo: firstOfMonth(3), reason: 'Flyttet' };
    expect(await officer.write('endHousingBenefit', end, `${fields} reason`)).toMatchObject({
      status: 'ENDED',
      validTo: firstOfMonth(3),
      reason: 'Flyttet',
      version: 4,
    });
    const { housingBenefits } = await officer.citizen(anna.id, 'housingBenefits { totalCount nodes { id status } }');
    expect(housingBenefits).toEqual({ totalCount: 1, nodes: [{ id: applied.id, status: 'ENDED' }] });
  });

  it('is refused with a reason', async () => {
    const { id } = await officer.write('applyForHousingBenefit', application(anna.id, { dwelling: 'SINGLE_ROOM' }));
    const refusal = { citizenId: anna.id, benefitId: id, version: 1, refusalReason: 'Enkeltværelse' };
    const fields = 'status reason monthlyAmountOere';
    const refused = { status: 'REFUSED', reason: 'Enkeltværelse', monthlyAmountOere: null };
    expect(await officer.write('decideHousingBenefit', refusal, fields)).toEqual(refused);
  });

  it('that was paid too long is ended with what is to be repaid', async () => {
    const benefit = await granted(anna.id, firstOfMonth(-6));
    const end = { ...benefit, validTo: firstOfMonth(-2), reason: 'Fraflyttet', repayAmountOere: 200_000 };
    const fields = 'status repayAmountOere validTo';
    const repay = { status: 'REPAY', repayAmountOere: 200_000, validTo: firstOfMonth(-2) };
    expect(await officer.write('endHousingBenefit', end, fields)).toEqual(repay);
  });

  it('is applied for once per idempotency key', async () => {
    const input = application(anna.id, { idempotencyKey: noId() });
    const first = await officer.write('applyForHousingBenefit', input);
    expect(await officer.write('applyForHousingBenefit', input)).toEqual(first);
  });
});

describe('which housing benefit', () => {
  beforeEach(() => clear(bo.id));

  it.each([
    ['a state pensioner', 'STATE_PENSION', '2020-01-01', 'BOLIGYDELSE'],
    ['somebody with a disability pension from before 2003', 'DISABILITY_PENSION', '2002-12-31', 'BOLIGYDELSE'],
    ['somebody with a disability pension from 2003', 'DISABILITY_PENSION', '2003-01-01', 'BOLIGSIKRING'],
    ['somebody with a disability pension of unknown age', 'DISABILITY_PENSION', null, 'BOLIGSIKRING'],
    ['somebody with a senior pension', 'SENIOR_PENSION', '2002-01-01', 'BOLIGSIKRING'],
    ['somebody on cash benefit', 'CASH_BENEFIT', null, 'BOLIGSIKRING'],
    ['somebody with a wage', 'WAGE', null, 'BOLIGSIKRING'],
  ])('%s can have: %s since %s gives %s and not the other', async (_, incomeKind, pensionFrom, kind) => {
    const other = kind === 'BOLIGYDELSE' ? 'BOLIGSIKRING' : 'BOLIGYDELSE';
    const wrong = application(bo.id, { kind: other, incomeKind, pensionFrom });
    expect(await officer.refusal('applyForHousingBenefit', wrong)).toMatchObject({
      code: 'BENEFIT_KIND_WRONG',
      field: 'input.kind',
    });
    const right = application(bo.id, { kind, incomeKind, pensionFrom });
    expect(await officer.write('applyForHousingBenefit', right, 'kind')).toEqual({ kind });
  });
});

describe('a housing benefit is refused, and nothing changes,', () => {
  beforeEach(() => clear(carl.id));
  const refused = async (mutation: string, input: Record<string, unknown>) => {
    const before = await stateOf(carl.id);
    const refusal = await officer.refusal(mutation, input);
    expect(await stateOf(carl.id)).toBe(before);
    return refusal;
  };

  it.each([
    ['from the middle of a month', { validFrom: `${day(40).slice(0, 8)}15` }, 'NOT_FIRST_OF_MONTH', 'input.validFrom'],
    ['for nobody', { householdSize: 0 }, 'INVALID_INPUT', 'householdSize'],
    ['for a crowd', { householdSize: 21 }, 'INVALID_INPUT', 'householdSize'],
    ['for no area', { areaSquareMetres: 0 }, 'INVALID_INPUT', 'areaSquareMetres'],
    ['for a castle', { areaSquareMetres: 1001 }, 'INVALID_INPUT', 'areaSquareMetres'],
    ['for no rent', { rentBasisOere: 0 }, 'INVALID_INPUT', 'rentBasisOere'],
  ])('%s', async (_, wrong, code, field) => {
    expect(await refused('applyForHousingBenefit', application(carl.id, wrong))).toMatchObject({ code, field });
  });

  it('while an application waits', async () => {
    await officer.write('applyForHousingBenefit', application(carl.id));
    const again = await refused('applyForHousingBenefit', application(carl.id));
    expect(again).toMatchObject({ code: 'BENEFIT_APPLICATION_OPEN' });
  });

  it.each(['SINGLE_ROOM', 'NO_KITCHEN'])('when it is granted for a dwelling that is a %s', async (dwelling) => {
    const { id } = await officer.write('applyForHousingBenefit', application(carl.id, { dwelling }));
    const decision = { citizenId: carl.id, benefitId: id, version: 1, monthlyAmountOere: 1 };
    expect(await refused('decideHousingBenefit', decision)).toMatchObject({ code: 'BENEFIT_DWELLING_NOT_ELIGIBLE' });
  });

  it.each([
    ['above the rent', { monthlyAmountOere: 400_001 }, 'BENEFIT_EXCEEDS_RENT'],
    ['and recalculated before it begins', { monthlyAmountOere: 1, recalculationOn: day(0) }, 'RECALCULATION_TOO_EARLY'],
    ['and refused at once', { monthlyAmountOere: 1, refusalReason: 'Nej' }, 'INVALID_INPUT'],
    ['without an amount', {}, 'INVALID_INPUT'],
  ])('when it is granted %s', async (_, decision, code) => {
    const { id } = await officer.write('applyForHousingBenefit', application(carl.id));
    const input = { citizenId: carl.id, benefitId: id, version: 1, ...decision };
    expect(await refused('decideHousingBenefit', input)).toMatchObject({ code });
  });

  it('when it is decided twice, or changed while it is not paid', async () => {
    const benefit = await granted(carl.id);
    const decision = { ...benefit, refusalReason: 'Nej' };
    expect(await refused('decideHousingBenefit', decision)).toMatchObject({ code: 'BENEFIT_DECIDED' });
    const end = { ...benefit, validTo: firstOfMonth(1), reason: 'Flyttet' };
    await officer.write('endHousingBenefit', end);
    const again = { ...end, version: 3 };
    expect(await refused('endHousingBenefit', again)).toMatchObject({ code: 'BENEFIT_NOT_RUNNING' });
    const recalculation = { ...benefit, version: 3, monthlyAmountOere: 1, recalculationOn: day(400) };
    expect(await refused('recalculateHousingBenefit', recalculation)).toMatchObject({ code: 'BENEFIT_NOT_RUNNING' });
  });

  it('in a month that is paid for already', async () => {
    await granted(carl.id);
    const { id } = await officer.write('applyForHousingBenefit', application(carl.id));
    const decision = { citizenId: carl.id, benefitId: id, version: 1, monthlyAmountOere: 1 };
    expect(await refused('decideHousingBenefit', decision)).toMatchObject({ code: 'BENEFIT_OVERLAPS' });
  });

  it('by a social worker, who may not decide about it', async () => {
    const worker = municipality.staff('SOCIAL_WORKER');
    expect(await worker.refusal('applyForHousingBenefit', application(carl.id))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('by the database itself, should the code forget', async () => {
    const insert = `INSERT INTO housing_benefit (citizen_id, id, unit_id, kind, status, monthly_amount_oere, rent_basis_oere,
      area_square_metres, household_size, dwelling, income_kind, applied_on, valid_from)
      VALUES ($1, gen_random_uuid(), 'municipality-0420/housing', $2, 'GRANTED', $3, 1000, 50, 1, $4, 'WAGE', now(), now())`;
    const insertion = (kind: string, amount: number | null, dwelling: string) =>
      municipality.sql(insert, [dina.id, kind, amount, dwelling]);
    await expect(insertion('BOLIGYDELSE', 1, 'OWN_KITCHEN')).rejects.toThrow('benefit_kind_fits_income');
    await expect(insertion('BOLIGSIKRING', 1001, 'OWN_KITCHEN')).rejects.toThrow('benefit_within_rent');
    await expect(insertion('BOLIGSIKRING', null, 'OWN_KITCHEN')).rejects.toThrow('benefit_granted_with_amount');
    await expect(insertion('BOLIGSIKRING', 1, 'SINGLE_ROOM')).rejects.toThrow('benefit_dwelling_eligible');
  });
});
