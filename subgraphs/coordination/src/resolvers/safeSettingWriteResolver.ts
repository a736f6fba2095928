import { randomUUID } from 'node:crypto';
import { Roles, type SubgraphContext, Writes, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IsNull } from 'typeorm';
import { SetSafeSettingInput, type WishedPersonInput } from '../input/safeSettingInput.js';
import { KeyManager } from '../model/keyManager.js';
import { SafeSetting } from '../model/safeSetting.js';

/** What the citizen wishes so that meetings are safe: said by themselves, or noted by their key manager. */
@Resolver()
export class SafeSettingWriteResolver {
  @Mutation(() => SafeSetting, {
    nullable: true,
    description:
      'Says what makes meetings safe for the citizen (trygge rammer). Holds for every invitation from now on.',
  })
  @Writes('MEETING')
  @Roles('CITIZEN', 'KEY_MANAGER')
  setSafeSetting(
    @Arg('input', () => SetSafeSettingInput) input: SetSafeSettingInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<SafeSetting> {
    const { citizenId } = input;
    return writer.write(async (manager) => {
      if (actor.role !== 'CITIZEN') {
        const manages = await manager.existsBy(KeyManager, { citizenId, actorId: actor.id, validTo: IsNull() });
        if (!manages) throw kitError('NOT_ALLOWED');
      }
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 3))`, [citizenId]);
      const before = await manager.findOneBy(SafeSetting, { citizenId });
      const setting = manager.create(SafeSetting, {
        citizenId,
        id: before?.id ?? randomUUID(),
        place: input.place ?? null,
        mostPeople: input.mostPeople ?? null,
        mustAttend: input.mustAttend.map(personOf),
        mustNotAttend: input.mustNotAttend.map(personOf),
        supportPerson: input.supportPerson ?? null,
        breaks: input.breaks,
        preBrief: input.preBrief,
        mayLeave: input.mayLeave,
        note: input.note ?? null,
        setAt: new Date(),
        notedBy: actor.role === 'CITIZEN' ? null : actor.id,
      });
      return manager.save(SafeSetting, setting);
    });
  }
}

function personOf({ actorId, description }: WishedPersonInput) {
  return { actorId: actorId ?? null, description };
}
