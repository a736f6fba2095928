import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Public, type RunningSubgraph, type SubgraphContext, startSubgraph } from '@sammen/subgraph-kit';
import { ngo } from '@sammen/subgraph-ngo';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { useSystem } from '../../../test/support/system.js';
import { Mentor } from '../src/model/mentor.js';
import { match, newMentor, see } from './support/acts.js';
import { NGO, OTHER_NGO, actorOf, ask, citizenActor, citizenNumber } from './support/people.js';

const system = useSystem();
const coordinator = actorOf('NGO_COORDINATOR');
const elsewhere = actorOf('NGO_COORDINATOR', OTHER_NGO);
const citizen = citizenNumber(15);
const SECRET = 'Har selv været hjemløs i to år.';

const DESCRIBE = `mutation ($input: DescribeExperienceInput!) { describeMyExperience(input: $input) {
  experience { statement tags optedIn } } }`;
const describeMentor = (actor: Parameters<typeof ask>[1], tags: string[], optedIn = true) =>
  ask(system, actor, DESCRIBE, { input: { statement: SECRET, tags, optedIn } });
const wish = (tags: string[], citizenId = citizen, organisationId = NGO, actor = citizenActor(citizenId)) =>
  ask(system, actor, `mutation ($input: PeerWishInput!) { wishForPeer(input: $input) { id tags withdrawnAt } }`, {
    input: { citizenId, organisationId, tags },
  });
const suggest = (citizenId = citizen, actor = coordinator) =>
  ask(
    system,
    actor,
    `query ($id: ID!) { suggestedMentors(citizenId: $id) { sharedExperience mentor { id experience { statement } } } }`,
    { id: citizenId },
  );
const suggestedIds = async (...args: Parameters<typeof suggest>) =>
  ((await suggest(...args)).data.suggestedMentors as any[] | null)?.map(({ mentor }) => mentor.id);

describe('what a mentor has lived through', () => {
  /** A resolver written in a hurry: it hands out any mentor to anybody. */
  @Resolver()
  class HastyResolver {
    @Query(() => Mentor, { nullable: true, description: 'Any mentor.' })
    @Public()
    anyMentor(@Arg('id', () => ID, { description: 'Which.' }) id: string, @Ctx() { database }: SubgraphContext) {
      return database.getRepository(Mentor).findOneBy({ id });
    }
  }
  let hasty: RunningSubgraph;

  beforeAll(async () => {
    const keys = dirname(fileURLToPath(system.issuer().jwksUrl));
    hasty = await startSubgraph({ ...ngo, resolvers: [...ngo.resolvers, HastyResolver] }, {
      HOST: '127.0.0.1',
      PORT: '0',
      NGO_DATABASE_URL: system.databaseUrl('ngo'),
      NGO_MIGRATION_DATABASE_URL: system.databaseUrl('ngo'),
      OIDC_ISSUER: 'sammen-development',
      OIDC_AUDIENCE: 'sammen',
      OIDC_JWKS_URL: system.issuer().jwksUrl,
      OIDC_CLAIMS: '{}',
      DECISION_POINT_URL: system.baseUrls['citizen'],
      SERVICE_KEY_FILE: join(keys, 'service-ngo.jwk.json'),
      SERVICE_JWKS_FILE: join(keys, 'services.jwks.json'),
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'none',
    } as NodeJS.ProcessEnv);
  });
  afterAll(() => hasty?.stop());

  it('is told to the mentor and the own coordinator, and to nobody else even by a resolver that hands out any mentor', async () => {
    const mentor = await newMentor(system, coordinator);
    await describeMentor(mentor.actor, ['HOMELESSNESS']);
    const atHasty = { ...system, urls: { ngo: `${hasty.url}/graphql` } } as typeof system;
    const query = `{ anyMentor(id: "${mentor.id}") { name experience { statement tags } } }`;
    const told = async (actor: Parameters<typeof ask>[1]) => (await ask(atHasty, actor, query)).data.anyMentor;
    const whole = { name: 'Mentor Prøve', experience: { statement: SECRET, tags: ['HOMELESSNESS'] } };
    const nothing = { name: 'Mentor Prøve', experience: null };

    expect(await told(mentor.actor)).toEqual(whole);
    expect(await told(coordinator)).toEqual(whole);
    const colleague = actorOf('MENTOR');
    const sameIdElsewhere = { ...mentor.actor, organisationId: OTHER_NGO };
    const others = [elsewhere, colleague, sameIdElsewhere, actorOf('VOLUNTEER'), citizenActor(citizen)];
    for (const other of others) expect(await told(other)).toEqual(nothing);
  });

  it('is shown in the lists of the own organisation only', async () => {
    const mentor = await newMentor(system, coordinator, { name: '  Aa Prøve' });
    await describeMentor(mentor.actor, ['STIGMA']);
    const list = `{ mentors(first: 100) { nodes { id experience { statement } } } }`;
    const own = (await ask(system, coordinator, list)).data.mentors.nodes;
    expect(own).toContainEqual({ id: mentor.id, experience: { statement: SECRET } });
    const theirs = (await ask(system, elsewhere, list)).data.mentors.nodes;
    expect(theirs.map(({ id }: any) => id)).not.toContain(mentor.id);
    expect((await ask(system, mentor.actor, list)).codes).toEqual(['NOT_ALLOWED']);
    const mine = await ask(system, mentor.actor, `{ myMentorProfile { id experience { statement } } }`);
    expect(mine.data.myMentorProfile).toEqual({ id: mentor.id, experience: { statement: SECRET } });
  });
});

describe('a match on experience', () => {
  const them = citizenNumber(16);

  it('needs both opt-ins: neither alone suggests or makes one', async () => {
    const shy = await newMentor(system, coordinator);
    await describeMentor(shy.actor, ['COERCION'], false);
    const open = await newMentor(system, coordinator);
    await describeMentor(open.actor, ['COERCION']);

    expect((await match(system, coordinator, them, open.id, { onExperience: true })).codes).toEqual([
      'NO_SHARED_EXPERIENCE',
    ]);
    expect((await wish(['COERCION', 'PARENTHOOD'], them)).codes).toEqual([]);
    const ids = await suggestedIds(them);
    expect(ids).toContain(open.id);
    expect(ids).not.toContain(shy.id);
    expect((await match(system, coordinator, them, shy.id, { onExperience: true })).codes).toEqual([
      'NO_SHARED_EXPERIENCE',
    ]);
    const { data } = await match(system, coordinator, them, open.id, { onExperience: true });
    expect(data.matchMentor.onExperience).toBe(true);
  });

  it('needs an experience that both have', async () => {
    const mentor = await newMentor(system, coordinator);
    await describeMentor(mentor.actor, ['EATING']);
    await wish(['AUTISM'], citizenNumber(17));
    expect(await suggestedIds(citizenNumber(17))).not.toContain(mentor.id);
    const refused = await match(system, coordinator, citizenNumber(17), mentor.id, { onExperience: true });
    expect(refused.codes).toEqual(['NO_SHARED_EXPERIENCE']);
  });

  it('suggests whoever shares most first, and nobody without room', async () => {
    const asked = citizenNumber(18);
    const [much, little, full] = [
      await newMentor(system, coordinator),
      await newMentor(system, coordinator),
      await newMentor(system, coordinator, { capacity: 0 }),
    ];
    await describeMentor(much.actor, ['TRAUMA', 'OBSESSIONS']);
    await describeMentor(little.actor, ['OBSESSIONS']);
    await describeMentor(full.actor, ['TRAUMA', 'OBSESSIONS']);
    await wish(['TRAUMA', 'OBSESSIONS'], asked);
    const ids = (await suggestedIds(asked)) ?? [];
    expect(ids.indexOf(much.id)).toBeLessThan(ids.indexOf(little.id));
    expect(ids).not.toContain(full.id);
  });
});

describe('a wish', () => {
  const wisher = citizenNumber(19);

  it('lets the NGO that the citizen turned to look for a mentor, until the citizen takes it back', async () => {
    expect((await suggest(wisher)).withheld).toMatchObject([{ category: 'MENTORSHIP', state: 'NO_ACCESS' }]);
    const { data } = await wish(['LONELINESS'], wisher);
    const { citizen: seen } = await see(system, coordinator, wisher);
    expect(seen.peerWishes).toEqual([{ id: data.wishForPeer.id, tags: ['LONELINESS'] }]);
    expect((await see(system, elsewhere, wisher)).citizen.peerWishes).toBeNull();

    const withdraw = `mutation ($id: ID!, $wish: ID!) { withdrawPeerWish(citizenId: $id, wishId: $wish) { withdrawnAt } }`;
    const back = await ask(system, citizenActor(wisher), withdraw, { id: wisher, wish: data.wishForPeer.id });
    expect(back.data.withdrawPeerWish.withdrawnAt).not.toBeNull();
    const after = await see(system, coordinator, wisher);
    expect(after.citizen).toMatchObject({ peerWishes: null, mentorships: null });
    expect((await suggest(wisher)).data.suggestedMentors).toBeNull();
  });

  it('is not shown to a mentor, who sees the mentorship all the same', async () => {
    const mentor = await newMentor(system, coordinator);
    await wish(['STIGMA'], citizen);
    await match(system, coordinator, citizen, mentor.id);
    const { citizen: seen, withheld } = await see(system, mentor.actor, citizen);
    expect(seen.mentorships.totalCount).toBeGreaterThan(0);
    expect(seen.peerWishes).toBeNull();
    expect(withheld).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ state: 'OUT_OF_SCOPE', category: 'MENTORSHIP' })]),
    );
  });

  it('is refused for another citizen, towards no NGO, and by a coordinator towards another NGO', async () => {
    const others = await wish(['STIGMA'], citizen, NGO, citizenActor(wisher));
    expect(others.codes).toEqual(['NOT_ALLOWED']);
    expect((await wish(['STIGMA'], citizen, 'municipality-0561')).codes).toEqual(['REFERENCE_UNKNOWN']);
    expect((await wish(['STIGMA'], citizen, OTHER_NGO, coordinator)).codes).toEqual(['REFERENCE_UNKNOWN']);
    expect((await wish([], citizen)).codes).toEqual(['INVALID_INPUT']);
    expect((await wish(['BRAVERY'], citizen)).codes).toEqual(['INVALID_INPUT']);
  });
});
