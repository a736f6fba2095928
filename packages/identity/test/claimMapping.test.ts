/** Issuers name and shape claims as they like; a mapping makes the same people of them, and of nothing else. */
import { holderOfClaims, type ClaimMapping, readClaimMapping } from '../src/index.js';
import { citizen, socialWorker } from './support/people.js';

const mapped = (mapping: object): ClaimMapping => readClaimMapping(JSON.stringify(mapping))!;
const REFUSED = (claim: string) =>
  expect.objectContaining({ code: 'UNAUTHENTICATED', message: expect.stringContaining(`"${claim}"`) as string });

/** Realm roles among which one counts; everything else in attributes of the issuer's own names. */
const REALM = mapped({
  id: 'employee',
  role: { claim: ['realm_access', 'roles'], values: { socialraadgiver: 'SOCIAL_WORKER', borger: 'CITIZEN' } },
  organisationId: ['org', 'id'],
  organisationKind: { claim: ['org', 'kind'], values: { kommune: 'MUNICIPALITY', region: 'REGION' } },
  unitId: 'https://login.test/unit',
  citizenId: 'citizen',
  purposes: { claim: 'formaal', values: { sagsbehandling: 'SOCIAL_CASEWORK' }, required: true },
});
const realmToken = (changes: object = {}) => ({
  sub: 'somebody-else',
  employee: socialWorker.id,
  realm_access: { roles: ['default-roles', 'offline_access', 'socialraadgiver'] },
  org: { id: socialWorker.organisationId, kind: 'kommune' },
  'https://login.test/unit': [socialWorker.unitId],
  formaal: 'sagsbehandling',
  ...changes,
});

describe('claims with other names', () => {
  it('make the same actor, wherever they stand', () => {
    expect(holderOfClaims(realmToken(), REALM)).toEqual({ actor: socialWorker, purposes: ['SOCIAL_CASEWORK'] });
    const private_ = { ...realmToken(), org: undefined, 'https://login.test/unit': undefined, employee: citizen.id };
    const token = { ...private_, realm_access: { roles: ['borger'] }, citizen: [citizen.citizenId], formaal: [] };
    expect(holderOfClaims(token, REALM)).toEqual({ actor: citizen, purposes: [] });
  });

  it('leave those that are not named where they are with us', () => {
    const { id, ...own } = socialWorker;
    expect(holderOfClaims({ sub: id, sammen: own }, mapped({}))).toEqual({ actor: socialWorker, purposes: null });
    const token = {
      sub: id,
      sammen: { ...own, role: 'PSYCHIATRIST', purposes: ['SOCIAL_CASEWORK'] },
      roles: [own.role],
    };
    const holder = { actor: socialWorker, purposes: ['SOCIAL_CASEWORK'] };
    expect(holderOfClaims(token, mapped({ role: 'roles' }))).toEqual(holder);
  });

  it('may be several purposes in one text', () => {
    const purposes = 'SOCIAL_CASEWORK,CARE_COORDINATION';
    for (const text of [purposes, purposes.replace(',', ' '), purposes.replace(',', ', ')]) {
      const token = realmToken({ formaal: text });
      expect(holderOfClaims(token, { ...REALM, purposes: { ...REALM.purposes, values: null } }).purposes).toEqual(
        purposes.split(','),
      );
    }
  });

  it.each<[string, object, string]>([
    ['no role that is known', { realm_access: { roles: ['offline_access'] } }, 'realm_access.roles'],
    [
      'the word of ours where the issuer has another',
      { realm_access: { roles: ['SOCIAL_WORKER'] } },
      'realm_access.roles',
    ],
    ['two roles', { realm_access: { roles: ['socialraadgiver', 'borger'] } }, 'realm_access.roles'],
    ['no roles at all', { realm_access: undefined }, 'realm_access.roles'],
    ['roles where none can stand', { realm_access: 'socialraadgiver' }, 'realm_access.roles'],
    ['roles that are no text', { realm_access: { roles: [{ name: 'socialraadgiver' }] } }, 'realm_access.roles'],
    ['a claim of the prototype', { realm_access: Object.create({ roles: ['socialraadgiver'] }) }, 'realm_access.roles'],
    ['nobody, though the token has a subject', { employee: undefined }, 'employee'],
    ['a list of somebodies', { employee: [socialWorker.id] }, 'employee'],
    ['no organisation', { org: { kind: 'kommune' } }, 'org.id'],
    ['two organisations', { org: { id: ['municipality-0561', 'municipality-0101'], kind: 'kommune' } }, 'org.id'],
    ['a kind that is not listed', { org: { id: 'municipality-0561', kind: 'MUNICIPALITY' } }, 'org.kind'],
    ['two units', { 'https://login.test/unit': ['a', 'b'] }, 'https://login.test/unit'],
    ['an empty unit', { 'https://login.test/unit': '' }, 'https://login.test/unit'],
    ['a professional who is a citizen too', { citizen: citizen.citizenId }, 'citizen'],
    ['no limits of purpose where they are required', { formaal: undefined }, 'formaal'],
    ['limits of purpose that are null', { formaal: null }, 'formaal'],
    ['limits of purpose that are no text', { formaal: [1] }, 'formaal'],
  ])('I-4: %s: nobody, and the claim is named as the issuer has it', (_what, changes, claim) => {
    expect(() => holderOfClaims(realmToken(changes), REALM)).toThrow(REFUSED(claim));
  });

  it('I-4: a purpose that nobody knows is no purpose more, and one that is not listed none at all', () => {
    const unlisted = realmToken({ formaal: ['SOCIAL_CASEWORK', 'TREATMENT'] });
    expect(holderOfClaims(unlisted, REALM).purposes).toEqual([]);
    const asTheyAre = { ...REALM, purposes: { ...REALM.purposes, values: null } };
    expect(() => holderOfClaims(realmToken({ formaal: ['CURIOSITY'] }), asTheyAre)).toThrow(REFUSED('formaal'));
  });
});

describe('a mapping', () => {
  it.each([
    ['is no JSON', '{'],
    ['is no object', '["role"]'],
    ['is empty', ''],
    ['names what an actor does not have', '{"rank":"roles"}'],
    ['names what every object has', '{"constructor":"roles"}'],
    ['says no place', '{"role":""}'],
    ['says a place of no names', '{"role":[]}'],
    ['says a place that is a number', '{"role":["roles",0]}'],
    ['says a place twice over', '{"role":{"claim":["roles",["role"]]}}'],
    ['forgets the place', '{"role":{"values":{"a":"CITIZEN"}}}'],
    ['gives a word that is none of ours', '{"role":{"claim":"roles","values":{"boss":"SUPERUSER"}}}'],
    ['gives words that are no text', '{"unitId":{"claim":"unit","values":{"a":1}}}'],
    ['gives no words', '{"role":{"claim":"roles","values":{}}}'],
    ['gives a list of words', '{"role":{"claim":"roles","values":["CITIZEN"]}}'],
    ['has a slip of the pen', '{"role":{"claim":"roles","value":{"a":"CITIZEN"}}}'],
    ['requires what is required anyway', '{"role":{"claim":"roles","required":true}}'],
    ['requires with a word', '{"purposes":{"claim":"p","required":"yes"}}'],
  ])('I-4: that %s is none', (_what, text) => {
    expect(readClaimMapping(text)).toBeUndefined();
  });
});
