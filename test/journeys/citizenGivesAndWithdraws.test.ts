/** A citizen says yes, a professional sees it at once; the citizen changes their mind, and it is gone at once. */
import { DEFAULT_SEED, type Person, PERSONAS, personOf } from '@sammen/population';
import { GraphQLClient } from 'graphql-request';
import { useSystem } from '../support/system.js';

const system = useSystem();
let person: Person;
let citizenId: string;

const NOBODYS = { organisationId: null, organisationKind: 'NONE', unitId: null } as const;
const clientOf = async (who: 'citizen' | 'key-manager') => {
  const token =
    who === 'citizen'
      ? await system.issuer().issue({ id: person.actorId, role: 'CITIZEN', citizenId, ...NOBODYS })
      : await system.token(who);
  const purpose = who === 'citizen' ? {} : { 'x-sammen-purpose': 'CARE_COORDINATION' };
  const headers = { authorization: `Bearer ${token}`, ...purpose };
  return new GraphQLClient(system.urls['gateway']!, { errorPolicy: 'all', headers });
};

/** Somebody in the key manager's caseload whose diagnoses are withheld; the show-case citizen is left to other tests. */
beforeAll(async () => {
  for (let index = 1; index < 10; index += 1) {
    person = personOf(DEFAULT_SEED, index);
    citizenId = person.id;
    if ((await look()).diagnoses === null) return;
  }
  throw new Error('Nobody in the caseload withholds their diagnoses.');
});

const DIAGNOSES = `query Diagnoses($id: ID!) { citizen(id: $id) { name diagnoses { code text } } }`;

const look = async () => {
  const { data, extensions } = await (await clientOf('key-manager')).rawRequest<any>(DIAGNOSES, { id: citizenId });
  return { diagnoses: data.citizen.diagnoses, withheld: (extensions as any).consent.withheld };
};

const GIVE = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { id version withdrawnAt } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id withdrawnAt } }`;

const inOneMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
const consentToDiagnoses = (lifts: string[] = []) => ({
  citizenId,
  recipients: [{ actorId: PERSONAS['key-manager'].actor.id }],
  categories: ['DIAGNOSIS'],
  purposes: ['CARE_COORDINATION'],
  validTo: inOneMonth(),
  legalBasis: 'HEALTH_DATA_OTHER_PURPOSE',
  consequencesExplained: true,
  lifts,
});

describe('a citizen who gives and withdraws a consent', () => {
  it('before: the key manager is told that the diagnoses are withheld, and may ask', async () => {
    const { diagnoses, withheld } = await look();
    expect(diagnoses).toBeNull();
    expect(withheld).toEqual([
      {
        path: ['citizen', 'diagnoses'],
        coordinate: 'Citizen.diagnoses',
        category: 'DIAGNOSIS',
        state: 'NO_ACCESS',
        nextStep: 'ASK_CITIZEN',
      },
    ]);
  });

  it('I-10: what is given is seen by the next question, what is withdrawn is gone from the next', async () => {
    const citizen = await clientOf('citizen');
    const { data: mine } = await citizen.rawRequest<any>(`{ me { consents { id effect categories withdrawnAt } } }`);
    const blocks = mine.me.consents
      .filter((c: any) => c.effect === 'BLOCK' && c.withdrawnAt === null)
      .map((c: any) => c.id);
    const { data: given } = await citizen.rawRequest<any>(GIVE, { input: consentToDiagnoses(blocks) });
    const during = await look();
    const { data: gone } = await citizen.rawRequest<any>(WITHDRAW, {
      input: { citizenId, consentId: given.giveConsent.id },
    });
    const after = await look();
    expect(during.diagnoses.length).toBeGreaterThan(0);
    expect(during.withheld).toEqual([]);
    expect(gone.withdrawConsent.withdrawnAt).not.toBeNull();
    expect(after.diagnoses).toBeNull();
    expect(after.withheld).toHaveLength(1);
  });

  it('I-2: the citizen reads in the access log who looked, for what purpose, and what was shown', async () => {
    await look();
    const citizen = await clientOf('citizen');
    const { data } = await citizen.rawRequest<any>(
      `{ me { accessLog(first: 5) { totalCount nodes { at role organisation { name } purpose decisions { category permitted reason basis } } } } }`,
    );
    const seen = data.me.accessLog.nodes.find((entry: any) => entry.role === 'KEY_MANAGER');
    expect(seen).toMatchObject({ purpose: 'CARE_COORDINATION', organisation: { name: 'Esbjerg Kommune' } });
    expect(seen.decisions).toContainEqual({
      category: 'DIAGNOSIS',
      permitted: false,
      reason: expect.any(String),
      basis: null,
    });
    expect(seen.decisions).toContainEqual(expect.objectContaining({ category: 'IDENTITY', permitted: true }));
  });

  it('I-11: a look across sectors is one decision on one snapshot, and one entry in the log', async () => {
    const citizen = await clientOf('citizen');
    const total = async () =>
      (await citizen.rawRequest<any>('{ me { accessLog(first: 1) { totalCount } } }')).data.me.accessLog.totalCount;
    const before = await total();
    await look();
    // One for the look at citizen and psychiatry, one for the citizen's own second look at the log.
    expect((await total()) - before).toBe(2);
  });

  it('a consent that the law does not allow is refused with a code and writes nothing', async () => {
    const citizen = await clientOf('citizen');
    const count = async () => (await citizen.rawRequest<any>(`{ me { consents { id } } }`)).data.me.consents.length;
    const before = await count();
    const refused = async (change: object) => {
      const { errors } = await citizen.rawRequest<any>(GIVE, { input: { ...consentToDiagnoses(), ...change } });
      return errors?.[0]?.extensions?.['code'];
    };
    const years = (n: number) => new Date(Date.now() + n * 366 * 86_400_000).toISOString();
    expect(await refused({ validTo: years(2) })).toBe('CONSENT_TOO_LONG');
    expect(await refused({ validTo: years(-1) })).toBe('CONSENT_PERIOD');
    expect(await refused({ recipients: [{}] })).toBe('RECIPIENT_UNKNOWN');
    expect(await refused({ recipients: [{ organisationId: 'nowhere' }] })).toBe('RECIPIENT_UNKNOWN');
    expect(await refused({ recipients: [] })).toBe('INVALID_INPUT');
    expect(await refused({ lifts: ['11111111-1111-8111-8111-111111111111'] })).toBe('BLOCK_UNKNOWN');
    await expect(refused({ categories: ['NO_SUCH'] })).rejects.toThrow('INVALID_VARIABLE');
    expect(await count()).toBe(before);
  });

  it('the same idempotency key twice gives one consent; another input under it is refused', async () => {
    const citizen = await clientOf('citizen');
    const input = { ...consentToDiagnoses(), categories: ['TREATMENT'], idempotencyKey: `journey-${Date.now()}` };
    const first = await citizen.rawRequest<any>(GIVE, { input });
    const second = await citizen.rawRequest<any>(GIVE, { input });
    const other = await citizen.rawRequest<any>(GIVE, { input: { ...input, categories: ['ADMISSION'] } });
    expect(second.data.giveConsent.id).toBe(first.data.giveConsent.id);
    expect(other.errors?.[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_REUSED');
    await citizen.rawRequest(WITHDRAW, { input: { citizenId, consentId: first.data.giveConsent.id } });
  });

  it('of two people who change the same consent, the second is told', async () => {
    const citizen = await clientOf('citizen');
    const { data } = await citizen.rawRequest<any>(GIVE, { input: { ...consentToDiagnoses(), categories: ['PLAN'] } });
    const change = `mutation Change($input: ChangeConsentInput!) { changeConsent(input: $input) { version categories } }`;
    const input = { citizenId, consentId: data.giveConsent.id, version: 1, categories: ['MEETING'] };
    const first = await citizen.rawRequest<any>(change, { input });
    const second = await citizen.rawRequest<any>(change, { input: { ...input, categories: ['PLAN', 'MEETING'] } });
    expect(first.data.changeConsent).toEqual({ version: 2, categories: ['MEETING'] });
    expect(second.errors?.[0]?.extensions?.['code']).toBe('VERSION_CONFLICT');
    await citizen.rawRequest(WITHDRAW, { input: { citizenId, consentId: data.giveConsent.id } });
  });
});
