/** Writes that name one citizen and mean another, and what they give back. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@sammen/consent';
import { citizenNo, codesOf, inPerson, NOBODY, type Somebody, useAttacker } from '../support/attacker.js';

const { ask, sql } = useAttacker();
const [victim, thief, ward] = [citizenNo(124), citizenNo(125), citizenNo(126)];

const GIVE = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { id citizenId version } }`;
const BLOCK = `mutation Block($input: GiveBlockInput!) { giveBlock(input: $input) { id citizenId version } }`;
const CHANGE = `mutation Change($input: ChangeConsentInput!) { changeConsent(input: $input) { id version categories } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { id withdrawnAt } }`;

const choice = (citizenId: string, said: object = {}) => ({
  citizenId,
  recipients: [{ role: 'PSYCHIATRIST' }],
  categories: ['HOUSING'],
  purposes: ['TREATMENT'],
  consequencesExplained: true,
  ...said,
});
const consent = (citizenId: string, said: object = {}) => ({
  ...choice(citizenId, said),
  validTo: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  legalBasis: 'SOCIAL_DATA',
});
const choicesOf = async (citizenId: string) =>
  (await sql('citizen', `SELECT * FROM consent_choice WHERE citizen_id = $1 ORDER BY id, version`, [citizenId])).length;

/** A guardian of `ward` for housing, and for giving consents about it; the mandate of another is over. */
const guardian = (id: string): Somebody => ({
  actor: {
    id,
    role: 'GUARDIAN',
    organisationId: null,
    organisationKind: 'NONE',
    unitId: null,
    citizenId: null,
  } satisfies Actor,
  purpose: 'REPRESENTATION',
});
const [holder, former] = [guardian('representative-attack-1'), guardian('representative-attack-2')];
beforeAll(async () => {
  for (const [{ actor }, until] of [
    [holder, null],
    [former, '2020-01-01'],
  ] as const)
    await sql(
      'citizen',
      `INSERT INTO representative (citizen_id, id, actor_id, name, kind, mandate, categories, valid_from, valid_to)
       SELECT $1, $2, $3, 'Prøve', kind, mandate, '{CONSENTS,HOUSING}', '2019-01-01', $4 FROM representative LIMIT 1`,
      [ward.id, randomUUID(), actor.id, until],
    );
});

describe('somebody else’s consents', () => {
  it('I-3: nobody gives one for another, and whether the other exists is not told', async () => {
    const before = await choicesOf(victim.id);
    const attempts = [
      await ask('gateway', inPerson(thief), GIVE, { input: consent(victim.id) }),
      await ask('gateway', inPerson(thief), GIVE, { input: consent(NOBODY) }),
      await ask('gateway', 'psychiatrist', GIVE, { input: consent(victim.id) }),
      await ask('citizen', inPerson(thief), BLOCK, { input: choice(victim.id) }),
    ];
    expect(JSON.stringify(attempts[0]!.body)).toBe(JSON.stringify(attempts[1]!.body));
    for (const answer of attempts) expect(codesOf(answer)).toEqual(['NOT_ALLOWED']);
    expect(await choicesOf(victim.id)).toBe(before);
  });

  it('I-3: an id of another citizen’s consent is as unknown as one that nobody has', async () => {
    const given = await ask('gateway', inPerson(victim), GIVE, { input: consent(victim.id) });
    const id = given.body.data!['giveConsent'].id as string;
    const at = (consentId: string) => ({ input: { citizenId: thief.id, consentId } });
    const [existing, none] = [
      await ask('gateway', inPerson(thief), WITHDRAW, at(id)),
      await ask('gateway', inPerson(thief), WITHDRAW, at(NOBODY)),
    ];
    expect(codesOf(existing)).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(existing.body)).toBe(JSON.stringify(none.body));
    const changed = await ask('citizen', inPerson(thief), CHANGE, { input: { ...at(id).input, version: 1 } });
    expect(codesOf(changed)).toEqual(['NOT_FOUND']);
    const [row] = await sql('citizen', 'SELECT withdrawn_at FROM consent_choice WHERE id = $1', [id]);
    expect(row!['withdrawn_at']).toBeNull();
  });

  it('an id that is none is refused by name', async () => {
    for (const mutation of [WITHDRAW, CHANGE]) {
      const version = mutation === CHANGE ? { version: 1 } : {};
      const answer = await ask('gateway', inPerson(thief), mutation, {
        input: { citizenId: thief.id, consentId: "x'", ...version },
      });
      expect(codesOf(answer)).toEqual(['INVALID_ID']);
      expect(answer.body.errors![0].extensions.field).toBe('input.consentId');
    }
  });

  it('nobody lifts another citizen’s block', async () => {
    const blocked = await ask('gateway', inPerson(victim), BLOCK, { input: choice(victim.id) });
    const lifts = [blocked.body.data!['giveBlock'].id];
    const answer = await ask('gateway', inPerson(thief), GIVE, { input: consent(thief.id, { lifts }) });
    expect(codesOf(answer)).toEqual(['BLOCK_UNKNOWN']);
  });

  it('the key of one actor’s write is free for another, and tells nothing of it', async () => {
    const idempotencyKey = `attack-${randomUUID()}`;
    const first = await ask('gateway', inPerson(victim), GIVE, { input: consent(victim.id, { idempotencyKey }) });
    const second = await ask('gateway', inPerson(thief), GIVE, { input: consent(thief.id, { idempotencyKey }) });
    expect([first, second].map((answer) => codesOf(answer))).toEqual([[], []]);
    expect(second.body.data!['giveConsent'].citizenId).toBe(thief.id);
    expect(second.body.data!['giveConsent'].id).not.toBe(first.body.data!['giveConsent'].id);
  });

  it('a contact address is the citizen’s own to change', async () => {
    const change = `mutation Contact($input: UpdateContactInput!) { updateContact(input: $input) { id } }`;
    const answer = await ask('gateway', inPerson(thief), change, {
      input: { citizenId: victim.id, phone: '+4512345678' },
    });
    expect(codesOf(answer)).toEqual(['NOT_ALLOWED']);
  });
});

describe('a guardian', () => {
  it('I-5: gives consents within the mandate and not beyond it, nor for anybody else, nor when it is over', async () => {
    const within = await ask('gateway', holder, GIVE, { input: consent(ward.id) });
    const beyond = await ask('gateway', holder, GIVE, {
      input: consent(ward.id, { categories: ['HOUSING', 'DIAGNOSIS'] }),
    });
    const other = await ask('gateway', holder, GIVE, { input: consent(victim.id) });
    const late = await ask('gateway', former, GIVE, { input: consent(ward.id) });
    expect(within.body.data!['giveConsent'].version).toBe(1);
    expect([beyond, other, late].map((answer) => codesOf(answer))).toEqual([
      ['MANDATE_EXCEEDED'],
      ['NOT_ALLOWED'],
      ['NOT_ALLOWED'],
    ]);
  });

  it('I-5: neither changes nor withdraws what the citizen gave beyond the mandate, not by narrowing it either', async () => {
    const given = await ask('gateway', inPerson(ward), BLOCK, {
      input: choice(ward.id, { categories: ['HOUSING', 'DIAGNOSIS'] }),
    });
    const key = { citizenId: ward.id, consentId: given.body.data!['giveBlock'].id };
    const attempts = [
      await ask('gateway', holder, WITHDRAW, { input: key }),
      await ask('gateway', holder, CHANGE, { input: { ...key, version: 1, categories: ['HOUSING'] } }),
      await ask('gateway', holder, CHANGE, { input: { ...key, version: 1, recipients: [{ actorId: 'nobody' }] } }),
    ];
    for (const answer of attempts) expect(codesOf(answer)).toEqual(['MANDATE_EXCEEDED']);
    const [row] = await sql(
      'citizen',
      'SELECT max(version) AS v, count(withdrawn_at)::int AS n FROM consent_choice WHERE id = $1',
      [key.consentId],
    );
    expect(row).toEqual({ v: 1, n: 0 });
  });

  it('I-1: sees what the mandate covers and nothing else of the citizen, nothing of others', async () => {
    const query = `query Q($id: ID!) { citizen(id: $id) { housing { kind } diagnoses { code } name accessLog { totalCount } } }`;
    const [own, other, over] = [
      await ask('gateway', holder, query, { id: ward.id }),
      await ask('gateway', holder, query, { id: victim.id }),
      await ask('gateway', former, query, { id: ward.id }),
    ];
    expect(own.body.data!['citizen']).toMatchObject({ diagnoses: null, name: null, accessLog: null });
    expect(own.body.data!['citizen'].housing).not.toBeNull();
    for (const { body } of [other, over])
      expect(body.data!['citizen']).toEqual({ housing: null, diagnoses: null, name: null, accessLog: null });
  });
});

describe('work of a sector on the rows of another citizen', () => {
  it('I-1: what a mutation gives back is guarded like every look: a writer who may not read is given nothing', async () => {
    const admit = `mutation Admit($input: AdmitInput!) { admit(input: $input) { id ward } }`;
    const at = { unitId: 'region-syddanmark/psychiatry-esbjerg/ward-1', kind: 'EMERGENCY' };
    const answer = await ask('gateway', 'outsider', admit, { input: { citizenId: victim.id, ...at } });
    expect(codesOf(answer)).toEqual(['NOT_ALLOWED']);
    expect(answer.body.data).toEqual({ admit: null });
  });

  it('I-3: an admission of another citizen cannot be ended under one’s own patient, and is not told of', async () => {
    const [mine, theirs] = await sql(
      'psychiatry',
      `SELECT DISTINCT ON (citizen_id) citizen_id, id, version FROM admission
       WHERE unit_id LIKE 'region-syddanmark/psychiatry-esbjerg%' ORDER BY citizen_id LIMIT 2`,
    );
    const discharge = `mutation D($input: AdmissionChangeInput!) { discharge(input: $input) { id } }`;
    const attempt = (admissionId: string) => ({
      input: { citizenId: mine!['citizen_id'], admissionId, version: theirs!['version'] },
    });
    const existing = await ask('gateway', 'psychiatrist', discharge, attempt(theirs!['id']));
    const none = await ask('gateway', 'psychiatrist', discharge, attempt(NOBODY));
    expect(codesOf(existing)).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(existing.body)).toBe(JSON.stringify(none.body));
  });
});
