import { day, noId, useMunicipality } from './municipality.js';

const municipality = useMunicipality('0430');
const worker = municipality.staff('SOCIAL_WORKER');
const [anna, bo] = municipality.residents as any;

const expenses = (citizenId: string, more: Record<string, unknown> = {}) => ({
  citizenId,
  kind: 'ADDITIONAL_EXPENSES',
  frequency: 'MONTHLY',
  amountOere: 80_000,
  purpose: 'Merudgifter til medicin og transport',
  validFrom: day(-1),
  ...more,
});
const countOf = async (citizenId: string): Promise<number> =>
  (await municipality.sql('SELECT count(*)::int AS n FROM financial_support WHERE citizen_id = $1', [citizenId]))[0]![
    'n'
  ];

describe('financial support', () => {
  it('is granted by the month until it is ended', async () => {
    const granted = await worker.write('grantFinancialSupport', expenses(anna.id), 'id version status law validTo');
    expect(granted).toMatchObject({ version: 1, status: 'ACTIVE', law: 'Serviceloven § 100', validTo: null });
    const end = { citizenId: anna.id, supportId: granted.id, version: 1, reason: 'Ikke længere behov' };
    const ended = { status: 'ENDED', validTo: day(0), endReason: 'Ikke længere behov', version: 2 };
    expect(await worker.write('endFinancialSupport', end, 'status validTo endReason version')).toEqual(ended);
    const again = { ...end, version: 2 };
    expect(await worker.refusal('endFinancialSupport', again)).toMatchObject({ code: 'SUPPORT_ENDED' });
  });

  it('that is paid once is over on the day after', async () => {
    const once = { kind: 'DEPOSIT_LOAN', frequency: 'ONCE', amountOere: 2_460_000, validFrom: day(-1) };
    const granted = await worker.write('grantFinancialSupport', expenses(anna.id, once), 'status validFrom validTo');
    expect(granted).toEqual({ status: 'ENDED', validFrom: day(-1), validTo: day(0) });
  });

  it('is granted once per idempotency key', async () => {
    const before = await countOf(bo.id);
    const input = expenses(bo.id, { idempotencyKey: noId() });
    expect(await worker.write('grantFinancialSupport', input)).toEqual(
      await worker.write('grantFinancialSupport', input),
    );
    expect(await countOf(bo.id)).toBe(before + 1);
  });

  it.each([
    ['monthly as a loan', { kind: 'DEPOSIT_LOAN' }, 'SUPPORT_FREQUENCY_WRONG', 'input.frequency'],
    ['monthly as a single help', { kind: 'SINGLE_HELP' }, 'SUPPORT_FREQUENCY_WRONG', 'input.frequency'],
    ['of nothing', { amountOere: 0 }, 'INVALID_INPUT', 'amountOere'],
    ['of more than anybody gets', { amountOere: 100_000_001 }, 'INVALID_INPUT', 'amountOere'],
    ['for no purpose', { purpose: '' }, 'INVALID_INPUT', 'purpose'],
    ['that would end before it begins', { validTo: day(-2) }, 'ENDS_BEFORE_START', 'input.validTo'],
  ])('is refused %s, and nothing is written', async (_, wrong, code, field) => {
    const before = await countOf(bo.id);
    expect(await worker.refusal('grantFinancialSupport', expenses(bo.id, wrong))).toMatchObject({ code, field });
    expect(await countOf(bo.id)).toBe(before);
  });

  it('is read, but not granted, by a housing officer', async () => {
    const officer = municipality.staff('HOUSING_OFFICER');
    await worker.write('grantFinancialSupport', expenses(bo.id, { unitId: 'municipality-0430/housing' }), 'id');
    expect((await officer.citizen(bo.id, 'financialSupports { totalCount }')).financialSupports.totalCount).toBe(
      await countOf(bo.id),
    );
    expect(await officer.refusal('grantFinancialSupport', expenses(bo.id))).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
