import { decide } from '@sammen/consent';
import { INVALID, UNAVAILABLE, permitted, psychiatrist } from '../support/ask.js';
import {
  CITIZEN,
  NOON,
  REGION,
  blockOf,
  consentOf,
  emergencyOf,
  factsOf,
  mandate,
  relationOf,
} from '../support/samples.js';

describe('rule 0, what is not known is refused', () => {
  const treated = factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION })] });
  const known = { actor: psychiatrist, purpose: 'TREATMENT', citizenId: CITIZEN, category: 'DIAGNOSIS', at: NOON };

  it('permits the request that the refusals below are varied from', () => {
    expect(decide(known as never, treated)).toEqual(permitted('OWN', 'OWN:relation-1'));
  });

  it.each([
    ['no request', undefined],
    ['an empty request', {}],
    ['an unknown category', { ...known, category: 'SHOE_SIZE' }],
    ['a category from the prototype', { ...known, category: '__proto__' }],
    ['an unknown purpose', { ...known, purpose: 'CURIOSITY' }],
    ['a purpose from the prototype', { ...known, purpose: 'constructor' }],
    ['no purpose', { ...known, purpose: undefined }],
    ['no actor', { ...known, actor: null }],
    ['an unknown role', { ...known, actor: { ...psychiatrist, role: 'WIZARD' } }],
    ['a role from the prototype', { ...known, actor: { ...psychiatrist, role: '__proto__' } }],
    ['an actor without an id', { ...known, actor: { ...psychiatrist, id: '' } }],
    ['an unknown kind of organisation', { ...known, actor: { ...psychiatrist, organisationKind: 'EMPIRE' } }],
    ['a psychiatrist of an NGO', { ...known, actor: { ...psychiatrist, organisationKind: 'NGO' } }],
    ['a region without a name', { ...known, actor: { ...psychiatrist, organisationId: null } }],
    ['a unit that is no text', { ...known, actor: { ...psychiatrist, unitId: 7 } }],
    ['a citizen of one that is no text', { ...known, actor: { ...psychiatrist, citizenId: undefined } }],
    ['no citizen', { ...known, citizenId: '' }],
    ['no time', { ...known, at: Number.NaN }],
    ['endless time', { ...known, at: Infinity }],
  ])('refuses %s as INVALID', (_, request) => {
    expect(decide(request as never, treated)).toEqual(INVALID);
  });

  it('refuses an unknown citizen as INVALID', () => {
    expect(decide(known as never, 'UNKNOWN')).toEqual(INVALID);
  });

  it.each([
    ['that could not be read', 'UNAVAILABLE'],
    ['that are missing', undefined],
    ['that are null', null],
    ['of another citizen', { ...treated, citizenId: 'citizen-2' }],
    ['without blocks', { ...treated, blocks: undefined }],
    ['with blocks that are no list', { ...treated, blocks: {} }],
    ['with a hole in a list', { ...treated, blocks: Array.from({ length: 1 }) }],
    ['without a policy version', { ...treated, policyVersion: '' }],
  ])('I-4: refuses facts %s as UNAVAILABLE', (_, facts) => {
    expect(decide(known as never, facts as never)).toEqual(UNAVAILABLE);
  });

  const whole = {
    consents: [
      consentOf({
        recipients: [{ organisationId: 'o', unitId: 'u', role: 'MENTOR', actorId: 'a' }],
        categories: ['PLAN'],
        purposes: ['PEER_SUPPORT'],
        sources: ['NGO'],
        lifts: ['b'],
      }),
    ],
    blocks: [
      blockOf({
        recipients: [{ organisationId: 'o', unitId: 'u', role: 'MENTOR', actorId: 'a' }],
        categories: ['PLAN'],
        purposes: ['PEER_SUPPORT'],
        sources: ['NGO'],
        withdrawnAt: NOON,
        validTo: NOON,
        declines: 'X',
      }),
    ],
    relations: [
      ...treated.relations,
      relationOf({
        kind: 'PLAN_PARTY',
        organisationId: 'o',
        unitId: 'u',
        actorId: 'a',
        planKind: 'COORDINATION_PLAN',
        validTo: NOON,
      }),
    ],
    representatives: [mandate()],
    emergencyAccesses: [emergencyOf()],
  };
  const fields = Object.entries(whole as Record<string, readonly object[]>).flatMap(([list, entries]) => {
    const sample = entries[1] ?? whole[list as 'consents'][0]!;
    return Object.keys(sample).map((field) => [list, field, sample] as const);
  });

  it('reads whole facts', () => {
    expect(decide(known as never, factsOf(whole))).toEqual(permitted('OWN', 'OWN:relation-1'));
  });

  it.each(fields)('I-4: refuses all facts when %s hold one whose %s cannot be read', (list, field, sample) => {
    const others = whole[list as 'consents'].filter((other) => other !== (sample as never));
    for (const broken of [undefined, [{ role: 'WIZARD' }], Number.NaN]) {
      const facts = factsOf({ ...whole, [list]: [...others, { ...sample, [field]: broken }] });
      expect(decide(known as never, facts)).toEqual(UNAVAILABLE);
    }
  });

  it.each(['organisationId', 'unitId', 'role', 'actorId'])('I-4: refuses a block with a malformed %s', (field) => {
    const block = { ...whole.blocks[0]!, recipients: [{ [field]: null }] };
    expect(decide(known as never, factsOf({ ...whole, blocks: [block as never] }))).toEqual(UNAVAILABLE);
  });

  it('I-4: refuses a recipient with an axis that is not known here: without it, a consent would reach further', () => {
    const consent = { ...whole.consents[0]!, recipients: [{ role: 'MENTOR', shift: 'NIGHT' }] };
    expect(decide(known as never, factsOf({ ...whole, consents: [consent as never] }))).toEqual(UNAVAILABLE);
  });

  it('I-4: refuses facts that throw when they are read', () => {
    const facts = Object.defineProperty(factsOf(), 'blocks', {
      get: () => {
        throw new Error('torn');
      },
    });
    expect(decide(known as never, facts)).toEqual(UNAVAILABLE);
  });
});
