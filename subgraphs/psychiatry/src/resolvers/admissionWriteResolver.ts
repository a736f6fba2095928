import { randomUUID } from 'node:crypto';
import { Writes, type SubgraphContext } from '@sammen/subgraph-kit';
import { organisation, unit } from '@sammen/reference-data';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { In, IsNull, Not } from 'typeorm';
import { psychiatryErrors } from '../errors.js';
import { AdmissionChangeInput, AdmitInput } from '../input/admissionInput.js';
import { Admission, AdmissionStatus } from '../model/admission.js';
import { AdmissionEventKind } from '../model/admissionEvent.js';
import { Leave } from '../model/leave.js';
import { endOpenLeave, lockCurrent, momentOf, saveWithHistory } from '../write/admissionStory.js';

/** What a ward does with a stay. Each change is one transaction: the stay, its history and the care relation. */
@Resolver(() => Admission)
export class AdmissionWriteResolver {
  @Mutation(() => Admission, {
    nullable: true,
    description: 'Admits a citizen to a ward of your own organisation (indlæg).',
  })
  @Writes('ADMISSION')
  admit(@Arg('input', () => AdmitInput) input: AdmitInput, @Ctx() context: SubgraphContext): Promise<Admission> {
    const ward = unit(input.unitId);
    if (ward === null || ward.organisationId !== context.actor.organisationId)
      throw psychiatryErrors('UNIT_UNKNOWN', { field: 'input.unitId' });
    const startedAt = momentOf(input.at);
    const { citizenId, kind, idempotencyKey } = input;
    const idempotency = { actorId: context.actor.id, mutation: 'admit', key: idempotencyKey, input };
    return context.writer.writeOnce(idempotency, Admission, async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [citizenId]);
      const current = await manager.findOneBy(Admission, {
        citizenId,
        status: In([AdmissionStatus.ADMITTED, AdmissionStatus.ON_LEAVE]),
        // A stay in a hospital outside psychiatry may run at the same time.
        unitId: Not(IsNull()),
      });
      if (current !== null) throw psychiatryErrors('ALREADY_ADMITTED', { field: 'input.citizenId' });
      const id = randomUUID();
      const admission = manager.create(Admission, {
        citizenId,
        id,
        episodeId: id,
        kind,
        status: AdmissionStatus.ADMITTED,
        startedAt,
        endedAt: null,
        hospital: organisation(ward.organisationId)?.name ?? ward.organisationId,
        hospitalSor: null,
        ward: ward.name,
        unitId: ward.id,
        toldByMessages: false,
        version: 1,
      });
      return saveWithHistory(context, manager, admission, AdmissionEventKind.ADMITTED, startedAt);
    });
  }

  @Mutation(() => Admission, { nullable: true, description: 'Starts a leave (orlov).' })
  @Writes('ADMISSION')
  startLeave(
    @Arg('input', () => AdmissionChangeInput) input: AdmissionChangeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Admission> {
    const at = momentOf(input.at);
    return context.writer.write(async (manager) => {
      const admission = await lockCurrent(manager, input);
      if (at < admission.startedAt) throw psychiatryErrors('ENDS_BEFORE_START', { field: 'input.at' });
      const { citizenId, id: admissionId } = admission;
      await manager.insert(Leave, { citizenId, id: randomUUID(), admissionId, startedAt: at, endedAt: null });
      const changed = Object.assign(admission, { status: AdmissionStatus.ON_LEAVE, version: admission.version + 1 });
      return saveWithHistory(context, manager, changed, AdmissionEventKind.LEAVE_STARTED, at);
    });
  }

  @Mutation(() => Admission, { nullable: true, description: 'Ends the running leave (retur fra orlov).' })
  @Writes('ADMISSION')
  endLeave(
    @Arg('input', () => AdmissionChangeInput) input: AdmissionChangeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Admission> {
    const at = momentOf(input.at);
    return context.writer.write(async (manager) => {
      const admission = await lockCurrent(manager, input);
      await endOpenLeave(manager, admission, at);
      const changed = Object.assign(admission, { status: AdmissionStatus.ADMITTED, version: admission.version + 1 });
      return saveWithHistory(context, manager, changed, AdmissionEventKind.LEAVE_ENDED, at);
    });
  }

  @Mutation(() => Admission, {
    nullable: true,
    description: 'Discharges the citizen (udskriv); a running leave ends with it.',
  })
  @Writes('ADMISSION')
  discharge(
    @Arg('input', () => AdmissionChangeInput) input: AdmissionChangeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Admission> {
    const at = momentOf(input.at);
    return context.writer.write(async (manager) => {
      const admission = await lockCurrent(manager, input);
      if (admission.status === AdmissionStatus.ON_LEAVE) await endOpenLeave(manager, admission, at);
      const changed = Object.assign(admission, {
        status: AdmissionStatus.DISCHARGED,
        endedAt: at,
        version: admission.version + 1,
      });
      return saveWithHistory(context, manager, changed, AdmissionEventKind.DISCHARGED, at);
    });
  }
}
