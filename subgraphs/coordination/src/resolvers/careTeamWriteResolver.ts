import { randomUUID } from 'node:crypto';
import { type SubgraphContext, Writes, assertId, kitError } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { IsNull } from 'typeorm';
import { AddToCareTeamInput, LeaveCareTeamInput, LogContactInput } from '../input/careTeamInput.js';
import { CareContact } from '../model/careContact.js';
import { CareTeamMember } from '../model/careTeamMember.js';
import { CaseEventKind } from '../model/caseEvent.js';
import { recordCaseEvent } from '../write/caseStory.js';
import { once } from '../write/once.js';
import { openCaseOf } from '../write/openCaseOf.js';
import { assertSector, columnsOf, columnsOfActor } from '../write/professionalColumns.js';
import { memberRelation } from '../write/relationOf.js';

/** Who is around the citizen, and who was in contact with them. Several may add at the same time, so no version is asked. */
@Resolver()
export class CareTeamWriteResolver {
  @Mutation(() => CareTeamMember, {
    nullable: true,
    description: 'Adds somebody to the care team (tilføj til netværket). One per sector is the responsible one.',
  })
  @Writes('CARE_TEAM')
  addToCareTeam(
    @Arg('input', () => AddToCareTeamInput) input: AddToCareTeamInput,
    @Ctx() { actor, writer, relations }: SubgraphContext,
  ): Promise<CareTeamMember> {
    const person = columnsOf(input.person, 'input.person');
    assertSector(person.organisationId, input.sector, 'input.sector');
    return writer.writeOnce(once(actor, 'addToCareTeam', input), CareTeamMember, async (manager) => {
      const of = await openCaseOf(manager, actor, input.citizenId, input.caseId);
      const member = manager.create(CareTeamMember, {
        ...person,
        citizenId: of.citizenId,
        id: randomUUID(),
        caseId: of.id,
        sector: input.sector,
        responsible: input.responsible,
        answersForChange: input.answersForChange,
        task: input.task,
        phone: input.phone ?? null,
        validFrom: new Date(),
        validTo: null,
      });
      await manager.insert(CareTeamMember, member);
      await recordCaseEvent(manager, actor, of, CaseEventKind.MEMBER_JOINED);
      await relations.report(manager, of.citizenId, memberRelation(member));
      return member;
    });
  }

  @Mutation(() => CareTeamMember, {
    nullable: true,
    description: 'Takes somebody off the care team (fjern fra netværket); the history keeps them.',
  })
  @Writes('CARE_TEAM')
  leaveCareTeam(
    @Arg('input', () => LeaveCareTeamInput) input: LeaveCareTeamInput,
    @Ctx() { actor, writer, relations }: SubgraphContext,
  ): Promise<CareTeamMember> {
    const { citizenId } = input;
    const id = assertId(input.memberId, 'input.memberId');
    return writer.write(async (manager) => {
      const where = { citizenId, id, validTo: IsNull() };
      const member = await manager.findOne(CareTeamMember, { where, lock: { mode: 'pessimistic_write' } });
      if (member === null) throw kitError('NOT_FOUND', { field: 'input.memberId' });
      const of = await openCaseOf(manager, actor, citizenId, member.caseId, 'input.memberId');
      const left = await manager.save(CareTeamMember, Object.assign(member, { validTo: new Date() }));
      await recordCaseEvent(manager, actor, of, CaseEventKind.MEMBER_LEFT, input.reason ?? null);
      await relations.report(manager, citizenId, memberRelation(left));
      return left;
    });
  }

  @Mutation(() => CareContact, { nullable: true, description: 'Notes a contact with the citizen (notér kontakt).' })
  @Writes('CARE_TEAM')
  logContact(
    @Arg('input', () => LogContactInput) input: LogContactInput,
    @Ctx() { actor, writer }: SubgraphContext,
  ): Promise<CareContact> {
    const at = input.at ?? new Date();
    if (at.getTime() > Date.now() + 5 * 60_000)
      throw kitError('INVALID_INPUT', { field: 'input.at', message: 'The contact lies in the future.' });
    return writer.writeOnce(once(actor, 'logContact', input), CareContact, async (manager) => {
      const of = await openCaseOf(manager, actor, input.citizenId, input.caseId);
      const contact = manager.create(CareContact, {
        ...columnsOfActor(actor),
        citizenId: of.citizenId,
        id: randomUUID(),
        caseId: of.id,
        at,
        channel: input.channel,
        note: input.note ?? null,
      });
      await manager.insert(CareContact, contact);
      return contact;
    });
  }
}
