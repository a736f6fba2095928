import { randomUUID } from 'node:crypto';
import { assertId, Citizen, Consent, kitError, Roles, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type EntityManager, IsNull } from 'typeorm';
import { PeerWishInput } from '../input/peerWishInput.js';
import type { NgoContext } from '../loaders.js';
import { isNgo } from '../model/ngo.js';
import { PeerWish } from '../model/peerWish.js';
import { wishRelation } from '../write/wishRelation.js';

/**
 * The citizen's side of matching on experience: an opt-in towards one NGO. It is seen by the citizen, whoever acts for
 * them, and that NGO's coordinator; nobody else, whatever they may know of mentorships.
 */
@Resolver(() => PeerWish)
export class PeerWishResolver {
  @Mutation(() => PeerWish, {
    nullable: true,
    description: 'Wishes for a mentor with the same experiences (ønske om peer); replaces an earlier wish to that NGO.',
  })
  @Writes('MENTORSHIP')
  @Roles('CITIZEN', 'NGO_COORDINATOR')
  wishForPeer(
    @Arg('input', () => PeerWishInput) input: PeerWishInput,
    @Ctx() { actor, writer, relations }: NgoContext,
  ): Promise<PeerWish> {
    const { citizenId, organisationId, tags, idempotencyKey } = input;
    const isOwn = actor.role === 'CITIZEN' || organisationId === actor.organisationId;
    if (!isNgo(organisationId) || !isOwn) throw kitError('REFERENCE_UNKNOWN', { field: 'input.organisationId' });
    const idempotency = { actorId: actor.id, mutation: 'wishForPeer', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, PeerWish, async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [citizenId]);
      const earlier = await manager.findOneBy(PeerWish, { citizenId, organisationId, withdrawnAt: IsNull() });
      if (earlier !== null) await manager.save(PeerWish, Object.assign(earlier, { withdrawnAt: new Date() }));
      if (earlier !== null) await relations.report(manager, citizenId, wishRelation(earlier));
      const wish = manager.create(PeerWish, {
        citizenId,
        id: randomUUID(),
        organisationId,
        tags,
        wishedAt: new Date(),
        withdrawnAt: null,
        recordedBy: actor.id,
      });
      await manager.insert(PeerWish, wish);
      await relations.report(manager, citizenId, wishRelation(wish));
      return wish;
    });
  }

  @Mutation(() => PeerWish, { nullable: true, description: 'Takes a wish back (fortryd ønske om peer).' })
  @Writes('MENTORSHIP')
  @Roles('CITIZEN', 'NGO_COORDINATOR')
  withdrawPeerWish(
    @Arg('citizenId', () => ID, { description: 'Whose wish.' }) citizenId: string,
    @Arg('wishId', () => ID, { description: 'Which wish.' }) wishId: string,
    @Ctx() { actor, writer, relations }: NgoContext,
  ): Promise<PeerWish> {
    const id = assertId(wishId, 'wishId');
    return writer.write(async (manager: EntityManager) => {
      const own = actor.role === 'CITIZEN' ? {} : { organisationId: actor.organisationId ?? '' };
      const where = { citizenId, id, withdrawnAt: IsNull(), ...own };
      const wish = await manager.findOne(PeerWish, { where, lock: { mode: 'pessimistic_write' } });
      if (wish === null) throw kitError('NOT_FOUND', { field: 'wishId' });
      Object.assign(wish, { withdrawnAt: new Date() });
      await relations.report(manager, citizenId, wishRelation(wish));
      return manager.save(PeerWish, wish);
    });
  }
}

/** The wishes among what NGOs add to the citizen. */
@Resolver(() => Citizen)
export class CitizenWishResolver {
  @FieldResolver(() => [PeerWish], {
    nullable: true,
    description:
      'Wishes for a mentor with the same experiences, newest first; a coordinator sees those to the own NGO, other professionals none.',
  })
  @Consent('MENTORSHIP')
  async peerWishes(
    @Root() { id }: Citizen,
    @Ctx() { actor, loaders, withheld }: NgoContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PeerWish[] | null> {
    const isOfCitizen = actor.role === 'CITIZEN' || actor.role === 'GUARDIAN';
    if (!isOfCitizen && actor.role !== 'NGO_COORDINATOR') {
      // INVARIANT I-3: it depends on the role alone, and nothing has been read.
      withheld.add(info, { category: 'MENTORSHIP', state: 'OUT_OF_SCOPE', nextStep: 'NONE' });
      return null;
    }
    const wishes = await loaders.wishes.load(id);
    return isOfCitizen ? wishes : wishes.filter(({ organisationId }) => organisationId === actor.organisationId);
  }
}
