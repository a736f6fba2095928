import { day, noId, useMunicipality } from './municipality.js';

const municipality = useMunicipality('0450');
const officer = municipality.staff('HOUSING_OFFICER');
const worker = municipality.staff('SOCIAL_WORKER');
const [anna, bo, carl, dina, erik] = municipality.residents as any;

const dwelling = (citizenId: string, more: Record<string, unknown> = {}) => ({
  citizenId,
  kind: 'OWN_DWELLING',
  monthlyRentOere: 450_000,
  areaSquareMetres: 54,
  validFrom: day(0),
  ...more,
});
const periodsOf = (citizenId: string) =>
  municipality.sql(
    `SELECT id, kind, valid_from::text AS "from", valid_to::text AS "to", version FROM housing
     WHERE citizen_id = $1 ORDER BY valid_from DESC, registered_on DESC`,
    [citizenId],
  );
const stateOf = async (citizenId: string) => JSON.stringify(await periodsOf(citizenId));
/** Nobody here lives anywhere yet, so that each test tells its own story. */
beforeAll(async () => {
  const ids = [anna, bo, carl, dina, erik].map(({ id }) => id);
  await municipality.sql('DELETE FROM housing WHERE citizen_id = ANY($1)', [ids]);
});

describe('where a citizen lives', () => {
  it('is registered, and a move ends it on the day of the move', async () => {
    const old = await officer.write('registerHousing', dwelling(anna.id, { validFrom: day(-100) }));
    const move = { kind: 'TEMPORARY_RESIDENCE', place: 'Bocenter Åhusene', validFrom: day(-10) };
    await worker.write('registerHousing', dwelling(anna.id, move));

    const { housing } = await officer.citizen(
      anna.id,
      'housing { id kind isCurrent act paragraph place monthlyRentOere areaSquareMetres validFrom validTo responsibleUnit { id } }',
    );
    expect(housing).toEqual([
      {
        id: expect.any(String),
        kind: 'TEMPORARY_RESIDENCE',
        isCurrent: true,
        act: 'SEL',
        paragraph: '107',
        place: 'Bocenter Åhusene',
        monthlyRentOere: 450_000,
        areaSquareMetres: 54,
        validFrom: day(-10),
        validTo: null,
        responsibleUnit: { id: 'municipality-0450/social' },
      },
      {
        id: old.id,
        kind: 'OWN_DWELLING',
        isCurrent: false,
        act: null,
        paragraph: null,
        place: null,
        monthlyRentOere: 450_000,
        areaSquareMetres: 54,
        validFrom: day(-100),
        validTo: day(-10),
        responsibleUnit: { id: 'municipality-0450/housing' },
      },
    ]);
  });

  it.each([
    ['SUPPORTED_DWELLING', 'ALMENBOLIG', '105'],
    ['TEMPORARY_RESIDENCE', 'SEL', '107'],
    ['LONG_TERM_RESIDENCE', 'SEL', '108'],
    ['CRISIS_CENTRE', 'SEL', '109'],
    ['HOMELESS_RESIDENCE', 'SEL', '110'],
  ])('in a %s rests on %s § %s', async (kind, act, paragraph) => {
    await municipality.sql('DELETE FROM housing WHERE citizen_id = $1', [bo.id]);
    const input = { citizenId: bo.id, kind, place: 'Bocenter Åhusene', validFrom: day(0) };
    expect(await worker.write('registerHousing', input, 'act paragraph')).toEqual({ act, paragraph });
  });

  it('is corrected without moving anybody, by the first of two', async () => {
    await municipality.sql('DELETE FROM housing WHERE citizen_id = $1', [bo.id]);
    const { id } = await officer.write('registerHousing', dwelling(bo.id));
    const change = { citizenId: bo.id, housingId: id, version: 1, monthlyRentOere: 500_000 };
    const fields = 'version monthlyRentOere areaSquareMetres validFrom';
    const changed = { version: 2, monthlyRentOere: 500_000, areaSquareMetres: 54, validFrom: day(0) };
    expect(await officer.write('changeHousing', change, fields)).toEqual(changed);
    expect(await officer.refusal('changeHousing', change)).toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  it('ends without another one following, once', async () => {
    await municipality.sql('DELETE FROM housing WHERE citizen_id = $1', [bo.id]);
    const { id } = await officer.write('registerHousing', dwelling(bo.id, { validFrom: day(-5) }));
    const end = { citizenId: bo.id, housingId: id, version: 1 };
    expect(await officer.write('endHousing', end, 'validTo isCurrent')).toEqual({ validTo: day(0), isCurrent: false });
    expect(await officer.refusal('endHousing', { ...end, version: 2 })).toMatchObject({ code: 'HOUSING_ENDED' });
  });

  it('is one place at a time, also when two people register at once', async () => {
    const answers = await Promise.all(
      [officer, worker, officer].map((who) =>
        who.ask('mutation($input: RegisterHousingInput!) { registerHousing(input: $input) { id } }', {
          input: dwelling(carl.id),
        }),
      ),
    );
    const codes = answers.flatMap(({ body }) => body.errors ?? []).map((error) => error.extensions.code);
    expect(codes).toEqual(['HOUSING_OVERLAPS', 'HOUSING_OVERLAPS']);
    expect(await periodsOf(carl.id)).toHaveLength(1);
  });

  it('is registered once per idempotency key', async () => {
    const input = dwelling(dina.id, { idempotencyKey: noId() });
    expect(await officer.write('registerHousing', input)).toEqual(await officer.write('registerHousing', input));
    expect(await periodsOf(dina.id)).toHaveLength(1);
  });
});

describe('housing is refused, and nothing changes,', () => {
  beforeAll(async () => {
    await officer.write('registerHousing', dwelling(erik.id, { validFrom: day(-50), validTo: day(-20) }));
    await officer.write('registerHousing', dwelling(erik.id, { validFrom: day(-10) }));
  });

  it.each([
    [
      'in a period in which the citizen lives elsewhere',
      { validFrom: day(-60) },
      'HOUSING_OVERLAPS',
      'input.validFrom',
    ],
    ['from the same day as what is running', { validFrom: day(-10) }, 'HOUSING_OVERLAPS', 'input.validFrom'],
    ['when it would end before it begins', { validTo: day(-1) }, 'ENDS_BEFORE_START', 'input.validTo'],
    ['in a residence without a name', { kind: 'LONG_TERM_RESIDENCE' }, 'HOUSING_DETAILS_WRONG', 'input.place'],
    ['with rent for somebody without a home', { kind: 'HOMELESS' }, 'HOUSING_DETAILS_WRONG', 'input.monthlyRentOere'],
    ['with no area', { areaSquareMetres: 0 }, 'INVALID_INPUT', 'areaSquareMetres'],
    ['with a negative rent', { monthlyRentOere: -1 }, 'INVALID_INPUT', 'monthlyRentOere'],
    ['in a kind that there is not', { kind: 'CASTLE' }, 'INVALID_INPUT', undefined],
    ['with a unit elsewhere', { unitId: 'municipality-0561/housing' }, 'UNIT_UNKNOWN', 'input.unitId'],
  ])('%s', async (_, wrong, code, field) => {
    const before = await stateOf(erik.id);
    const refusal = await officer.refusal('registerHousing', dwelling(erik.id, wrong));
    expect(refusal).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
    expect(await stateOf(erik.id)).toBe(before);
  });

  it('by a job consultant', async () => {
    const before = await stateOf(erik.id);
    const consultant = municipality.staff('JOB_CONSULTANT');
    expect(await consultant.refusal('registerHousing', dwelling(erik.id))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await stateOf(erik.id)).toBe(before);
  });
});
