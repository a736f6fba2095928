import { day, noId, useMunicipality } from './municipality.js';

const municipality = useMunicipality('0440');
const worker = municipality.staff('SOCIAL_WORKER');
const [anna, bo, carl, dina, erik, frida, gerd] = municipality.residents as any;

const homeSupport = (citizenId: string, more: Record<string, unknown> = {}) => ({
  citizenId,
  act: 'SEL',
  paragraph: '85',
  hoursPerWeek: 4.5,
  provider: 'Bostøtten',
  goals: [{ text: 'At komme ud af døren hver dag', kind: 'DEVELOP', theme: 'COMMUNITY_LIFE' }],
  validFrom: day(-3),
  ...more,
});
const countOf = async (citizenId: string): Promise<number> =>
  (await municipality.sql('SELECT count(*)::int AS n FROM social_service WHERE citizen_id = $1', [citizenId]))[0]!['n'];

describe('a social service', () => {
  it('is granted with its law, hours, goals and provider, and is there from then on', async () => {
    const granted = await worker.write('grantSocialService', homeSupport(anna.id));
    const { socialServices } = await worker.citizen(
      anna.id,
      `socialServices { nodes { id act paragraph paragraphTitle hoursPerWeek provider status decidedOn validFrom validTo version
        goals { text kind theme } responsibleUnit { id } responsibleSector } }`,
    );
    expect(socialServices.nodes).toContainEqual({
      id: granted.id,
      act: 'SEL',
      paragraph: '85',
      paragraphTitle: 'Socialpædagogisk støtte',
      hoursPerWeek: 4.5,
      provider: 'Bostøtten',
      status: 'ACTIVE',
      decidedOn: day(0),
      validFrom: day(-3),
      validTo: null,
      version: 1,
      goals: [{ text: 'At komme ud af døren hver dag', kind: 'DEVELOP', theme: 'COMMUNITY_LIFE' }],
      responsibleUnit: { id: 'municipality-0440/social' },
      responsibleSector: 'MUNICIPALITY',
    });
  });

  it('is changed where the change says so, and stays as it was elsewhere', async () => {
    const { id } = await worker.write('grantSocialService', homeSupport(anna.id, { followUpOn: day(40) }));
    const change = { citizenId: anna.id, serviceId: id, version: 1, hoursPerWeek: 6, followUpOn: null };
    const fields = 'version hoursPerWeek followUpOn provider goals { text } validTo';
    expect(await worker.write('changeSocialService', change, fields)).toEqual({
      version: 2,
      hoursPerWeek: 6,
      followUpOn: null,
      provider: 'Bostøtten',
      goals: [{ text: 'At komme ud af døren hver dag' }],
      validTo: null,
    });
  });

  it('that two people change is changed by the first; the second is told', async () => {
    const { id } = await worker.write('grantSocialService', homeSupport(anna.id));
    const change = { citizenId: anna.id, serviceId: id, version: 1 };
    const both = await Promise.all(
      [5, 7].map((hoursPerWeek) =>
        worker.ask(
          'mutation($input: ChangeSocialServiceInput!) { changeSocialService(input: $input) { hoursPerWeek } }',
          {
            input: { ...change, hoursPerWeek },
          },
        ),
      ),
    );
    expect(both.flatMap(({ body }) => body.errors ?? []).map((error) => error.extensions.code)).toEqual([
      'VERSION_CONFLICT',
    ]);
  });

  it('ends with a reason, once', async () => {
    const { id } = await worker.write('grantSocialService', homeSupport(anna.id));
    const end = { citizenId: anna.id, serviceId: id, version: 1, reason: 'Målet er nået' };
    const fields = 'id version status validTo endReason';
    const ended = { id, version: 2, status: 'ENDED', validTo: day(0), endReason: 'Målet er nået' };
    expect(await worker.write('endSocialService', end, fields)).toEqual(ended);
    const again = { ...end, version: 2 };
    expect(await worker.refusal('endSocialService', again)).toMatchObject({ code: 'SERVICE_ENDED' });
    const { reason: _, ...change } = again;
    expect(await worker.refusal('changeSocialService', change)).toMatchObject({ code: 'SERVICE_ENDED' });
  });

  it('granted twice with the same idempotency key is granted once; the key is good for that input only', async () => {
    const before = await countOf(bo.id);
    const input = homeSupport(bo.id, { idempotencyKey: noId() });
    const first = await worker.write('grantSocialService', input);
    expect(await worker.write('grantSocialService', input)).toEqual(first);
    expect(await countOf(bo.id)).toBe(before + 1);
    const other = { ...input, hoursPerWeek: 1 };
    expect(await worker.refusal('grantSocialService', other)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await countOf(bo.id)).toBe(before + 1);
  });
});

describe('a grant is refused, and nothing is written,', () => {
  it.each([
    ['with a paragraph that the act does not have', { paragraph: '85 q' }, 'PARAGRAPH_UNKNOWN', 'input.paragraph'],
    ['with a paragraph of another act', { act: 'SUL' }, 'PARAGRAPH_UNKNOWN', 'input.paragraph'],
    [
      'D07: with a unit of another organisation, for it has one responsible sector',
      { unitId: 'municipality-0561/social' },
      'UNIT_UNKNOWN',
      'input.unitId',
    ],
    ['D07: with a unit that nobody has', { unitId: 'municipality-0440/nowhere' }, 'UNIT_UNKNOWN', 'input.unitId'],
    ['when it would end before it begins', { validTo: day(-4) }, 'ENDS_BEFORE_START', 'input.validTo'],
    ['with more hours than a week has', { hoursPerWeek: 169 }, 'INVALID_INPUT', 'hoursPerWeek'],
    ['with no provider', { provider: '' }, 'INVALID_INPUT', 'provider'],
    [
      'with over-long text',
      { goals: [{ text: 'x'.repeat(1001), kind: 'DEVELOP', theme: 'HEALTH' }] },
      'INVALID_INPUT',
      'goals.0.text',
    ],
    [
      'with a baseline that is no id',
      { restsOn: { assessmentId: 'x', version: 1 } },
      'INVALID_ID',
      'input.restsOn.assessmentId',
    ],
    ['with a day that is none', { validFrom: '2026-02-30' }, 'INVALID_INPUT', undefined],
    ['with an act that is none', { act: 'KLE' }, 'INVALID_INPUT', undefined],
  ])('%s', async (_, wrong, code, field) => {
    const before = await countOf(bo.id);
    const refusal = await worker.refusal('grantSocialService', homeSupport(bo.id, wrong));
    expect(refusal).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
    expect(await countOf(bo.id)).toBe(before);
  });

  it.each([
    ['by a housing officer', () => municipality.staff('HOUSING_OFFICER'), () => carl.id],
    [
      'by a social worker of another municipality',
      () => municipality.staff('SOCIAL_WORKER', { code: '0101' }),
      () => carl.id,
    ],
    ['to nobody', () => worker, noId],
    ['by the citizen', () => municipality.citizen(carl), () => carl.id],
  ])('I-3: %s, always in the same words', async (_, who, whom) => {
    const before = await countOf(carl.id);
    const input = { ...homeSupport(whom()), unitId: null };
    expect(await who().refusal('grantSocialService', input)).toEqual({
      code: 'NOT_ALLOWED',
      message: 'You may not do this.',
    });
    expect(await countOf(carl.id)).toBe(before);
  });

  it('I-3: to change one that is another citizen’s, as if it did not exist', async () => {
    const { id } = await worker.write('grantSocialService', homeSupport(carl.id));
    const change = { citizenId: dina.id, version: 1, hoursPerWeek: 1 };
    const others = await worker.refusal('changeSocialService', { ...change, serviceId: id });
    const nobodys = await worker.refusal('changeSocialService', { ...change, serviceId: noId() });
    expect(others).toEqual(nobodys);
    expect(others).toMatchObject({ code: 'NOT_FOUND', field: 'input.serviceId' });
    expect(await worker.refusal('changeSocialService', { ...change, serviceId: 'x' })).toMatchObject({
      code: 'INVALID_ID',
    });
  });
});

describe('the unit that is responsible', () => {
  const authority = municipality.staff('SOCIAL_WORKER', { unit: 'authority' });
  const relation = async (id: string) =>
    (
      await municipality.sql(
        `SELECT kind, organisation_id, unit_id, actor_id, valid_to::date::text AS until FROM care_relation WHERE citizen_id = $1 AND id = $2`,
        [dina.id, id],
        'citizen',
      )
    )[0];

  it('becomes a caseworker with the first grant, and stops 30 days after the last has ended', async () => {
    await municipality.withdrawConsents(dina);
    expect(await authority.citizen(dina.id, 'socialServices { totalCount }')).toEqual({ socialServices: null });

    const first = await authority.write('grantSocialService', homeSupport(dina.id));
    const second = await authority.write('grantSocialService', homeSupport(dina.id, { paragraph: '104' }));
    expect((await authority.citizen(dina.id, 'socialServices { totalCount }')).socialServices).not.toBeNull();
    const open = {
      kind: 'CASEWORKER',
      organisation_id: 'municipality-0440',
      unit_id: 'municipality-0440/authority',
      actor_id: null,
      until: null,
    };
    expect(await relation(first.id)).toEqual(open);

    const end = { citizenId: dina.id, version: 1, reason: 'Målet er nået' };
    await authority.write('endSocialService', { ...end, serviceId: first.id });
    expect((await relation(first.id))!['until']).not.toBeNull();
    expect(await relation(second.id)).toEqual(open);

    await authority.write('endSocialService', { ...end, serviceId: second.id });
    const last = (await relation(second.id))!['until'];
    expect([day(29), day(30)]).toContain(last);
    expect((await authority.citizen(dina.id, 'socialServices { totalCount }')).socialServices).not.toBeNull();
    const expire = `UPDATE care_relation SET valid_from = now() - interval '9 days', valid_to = now() WHERE citizen_id = $1 AND id = ANY($2)`;
    await municipality.sql(expire, [dina.id, [first.id, second.id]], 'citizen');
    expect(await authority.citizen(dina.id, 'socialServices { totalCount }')).toEqual({ socialServices: null });
  });
});

describe('B15: the functional description that a service rests on', () => {
  const read = 'id restsOn { id version } assessmentVersion baselineMissing newerAssessmentWarning';
  const servicesOf = async (person: any): Promise<any[]> => {
    const query = `query($id: ID!) { citizen(id: $id) { assessments { id version } socialServices(first: 100) { nodes { ${read} } } } }`;
    const { body } = await municipality.citizen(person, 'gateway').ask(query, { id: person.id });
    expect(body.errors).toBeUndefined();
    return [body.data!['citizen'].socialServices.nodes, body.data!['citizen'].assessments];
  };
  const withTwoVersions = async (): Promise<{ person: any; oldest: any; newest: any }> => {
    for (const person of [erik, frida, gerd]) {
      const [, assessments] = await servicesOf(person);
      if (assessments.length > 1) return { person, oldest: assessments.at(-1), newest: assessments[0] };
    }
    throw new Error('Nobody has two descriptions.');
  };

  it('is named, and a newer one raises a warning across the two sectors', async () => {
    const { person, oldest, newest } = await withTwoVersions();
    const on = ({ id, version }: { id: string; version: number }) => ({ restsOn: { assessmentId: id, version } });
    const old = await worker.write('grantSocialService', homeSupport(person.id, on(oldest)));
    const current = await worker.write('grantSocialService', homeSupport(person.id, on(newest)));
    const none = await worker.write('grantSocialService', homeSupport(person.id));
    const needsNone = await worker.write('grantSocialService', homeSupport(person.id, { paragraph: '99' }));

    const [services] = await servicesOf(person);
    const found = (id: string) => services.find((service: any) => service.id === id);
    expect(found(old.id)).toMatchObject({ restsOn: oldest, baselineMissing: false, newerAssessmentWarning: true });
    expect(found(current.id)).toMatchObject({ restsOn: newest, baselineMissing: false, newerAssessmentWarning: false });
    expect(found(none.id)).toMatchObject({ restsOn: null, baselineMissing: true, newerAssessmentWarning: null });
    expect(found(needsNone.id)).toMatchObject({ restsOn: null, baselineMissing: false, newerAssessmentWarning: null });

    const rebased = { citizenId: person.id, serviceId: old.id, version: 1, ...on(newest) };
    await worker.write('changeSocialService', rebased);
    const [after] = await servicesOf(person);
    expect(after.find((service: any) => service.id === old.id)).toMatchObject({ newerAssessmentWarning: false });
  });

  describe('stays hidden from whoever may not see descriptions', () => {
    const consultant = municipality.staff('JOB_CONSULTANT');
    beforeAll(async () => municipality.block(carl, 'ASSESSMENT', 'EMPLOYMENT_CASEWORK'));

    it('I-3: whether or not there is one', async () => {
      await worker.write('grantSocialService', homeSupport(carl.id, { restsOn: { assessmentId: noId(), version: 1 } }));
      await worker.write('grantSocialService', homeSupport(carl.id));
      const nodes = `nodes { restsOn { id } assessmentVersion baselineMissing }`;
      const query = `query($id: ID!) { _entities(representations: [{ __typename: "Citizen", id: $id }]) {
        ... on Citizen { socialServices(first: 100) { ${nodes} } } } }`;
      const { body } = await consultant.ask(query, { id: carl.id });
      const services = body.data!['_entities'][0].socialServices.nodes;
      expect(services.length).toBeGreaterThan(1);
      for (const service of services)
        expect(service).toEqual({ restsOn: null, assessmentVersion: null, baselineMissing: null });
      const withheld = body.extensions!['consent'].withheld;
      expect(withheld).toHaveLength(services.length * 3);
      expect(new Set(withheld.map((entry: any) => entry.category))).toEqual(new Set(['ASSESSMENT']));
    });

    it('I-7: also when psychiatry is asked with a version that the caller made up', async () => {
      const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on SocialService { newerAssessmentWarning } } }`;
      const service = { __typename: 'SocialService', citizenId: carl.id, id: noId(), assessmentVersion: 0 };
      const { body } = await municipality
        .staff('JOB_CONSULTANT', { service: 'psychiatry' })
        .ask(query, { r: [service] });
      expect(body.data!['_entities']).toEqual([{ newerAssessmentWarning: null }]);
      expect(body.extensions!['consent'].withheld).toMatchObject([
        {
          category: 'ASSESSMENT',
          coordinate: 'SocialService.newerAssessmentWarning',
          path: ['_entities', 0, 'newerAssessmentWarning'],
        },
      ]);
    });

    it('I-3: and when the warning is asked for through the gateway', async () => {
      const query = `query($id: ID!) { citizen(id: $id) { socialServices(first: 100) { nodes { newerAssessmentWarning } } } }`;
      const { body } = await municipality.staff('JOB_CONSULTANT', { service: 'gateway' }).ask(query, { id: carl.id });
      expect(body.errors).toBeUndefined();
      const services: any[] = body.data!['citizen'].socialServices.nodes;
      expect(services.map(({ newerAssessmentWarning }) => newerAssessmentWarning)).toEqual(services.map(() => null));
      const paths = body.extensions!['consent'].withheld.map((entry: any) => entry.path.at(-1));
      expect(new Set(paths)).toEqual(new Set(['newerAssessmentWarning']));
      expect(paths).toHaveLength(services.length);
    });
  });
});
