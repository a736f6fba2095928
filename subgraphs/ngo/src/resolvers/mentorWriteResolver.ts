import { randomUUID } from 'node:crypto';
import { assertId, inputDay, kitError, Roles, today } from '@sammen/subgraph-kit';
import { municipality, organisation, unit } from '@sammen/reference-data';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { IsNull, MoreThan } from 'typeorm';
import { ngoError } from '../errors.js';
import {
  AssignMentorInput,
  ChangeMentorInput,
  DescribeExperienceInput,
  RegisterMentorInput,
} from '../input/mentorInput.js';
import type { NgoContext } from '../loaders.js';
import { AssignmentTarget, Mentor } from '../model/mentor.js';
import { MentorExperience } from '../model/mentorExperience.js';
import { Mentorship } from '../model/mentorship.js';
import { TeamAssignment } from '../model/teamAssignment.js';
import { changed, lockPerson } from '../write/person.js';
import { lockActiveMentor } from '../write/supporter.js';

/** What a coordinator does with the own mentors, and a mentor with what is theirs. */
@Resolver(() => Mentor)
export class MentorWriteResolver {
  @Mutation(() => Mentor, { description: 'Registers a mentor of your own organisation (opret mentor).' })
  @Roles('NGO_COORDINATOR')
  registerMentor(
    @Arg('input', () => RegisterMentorInput) input: RegisterMentorInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<Mentor> {
    const { activeFrom, idempotencyKey, ...said } = input;
    if (municipality(said.municipalityCode) === null)
      throw kitError('REFERENCE_UNKNOWN', { field: 'input.municipalityCode' });
    const idempotency = { actorId: actor.id, mutation: 'registerMentor', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, Mentor, async (manager) => {
      const mentor = manager.create(Mentor, {
        ...said,
        id: randomUUID(),
        organisationId: actor.organisationId ?? '',
        activeFrom: activeFrom ? inputDay(activeFrom) : today(),
        activeTo: null,
        version: 1,
      });
      await manager.insert(Mentor, mentor);
      return mentor;
    });
  }

  @Mutation(() => Mentor, { description: 'Changes a mentor of your own organisation (ret mentor).' })
  @Roles('NGO_COORDINATOR')
  changeMentor(
    @Arg('input', () => ChangeMentorInput) input: ChangeMentorInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<Mentor> {
    const { mentorId, version, activeTo, ...rest } = input;
    return writer.write(async (manager) => {
      const mentor = await lockPerson(manager, Mentor, { id: mentorId, version }, actor.organisationId);
      const until = activeTo ? inputDay(activeTo) : null;
      if (until !== null) {
        const longer = { mentorId, endedOn: IsNull(), plannedEndOn: MoreThan(until) };
        if (await manager.existsBy(Mentorship, longer)) throw ngoError('STILL_MATCHED', { field: 'input.activeTo' });
      }
      return manager.save(Mentor, changed(mentor, { ...rest, activeTo: until }));
    });
  }

  @Mutation(() => Mentor, {
    description: 'Says what you have lived through, and whether you want to be matched on it (egne erfaringer).',
  })
  @Roles('MENTOR')
  describeMyExperience(
    @Arg('input', () => DescribeExperienceInput) input: DescribeExperienceInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<Mentor> {
    const { statement, tags, optedIn } = input;
    return writer.write(async (manager) => {
      const mine = { actorId: actor.id, organisationId: actor.organisationId ?? '' };
      const mentor = await manager.findOneBy(Mentor, mine);
      if (mentor === null) throw kitError('NOT_FOUND');
      await manager.upsert(MentorExperience, { mentorId: mentor.id, statement, tags, optedIn }, ['mentorId']);
      return mentor;
    });
  }

  @Mutation(() => TeamAssignment, {
    description: 'Assigns a mentor of your own organisation to a team of professionals (tilknyt til fagligt team).',
  })
  @Roles('NGO_COORDINATOR')
  assignMentorToTeam(
    @Arg('input', () => AssignMentorInput) input: AssignMentorInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<TeamAssignment> {
    const { mentorId, unitId, purpose, idempotencyKey } = input;
    const team = unit(unitId);
    if (team === null || organisation(team.organisationId)?.kind === 'NGO')
      throw ngoError('TEAM_UNKNOWN', { field: 'input.unitId' });
    const idempotency = { actorId: actor.id, mutation: 'assignMentorToTeam', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, TeamAssignment, async (manager) => {
      const mentor = await lockActiveMentor(manager, mentorId, actor.organisationId);
      if (!mentor.targets.includes(AssignmentTarget.PROFESSIONAL_TEAM))
        throw ngoError('MENTOR_NOT_FOR_TEAMS', { field: 'input.mentorId' });
      const started = { id: randomUUID(), mentorId, unitId, purpose, startedOn: today(), endedOn: null, version: 1 };
      const assignment = manager.create(TeamAssignment, started);
      await manager.insert(TeamAssignment, assignment);
      return assignment;
    });
  }

  @Mutation(() => TeamAssignment, { description: 'Ends an assignment to a team today (afslut tilknytning).' })
  @Roles('NGO_COORDINATOR')
  endTeamAssignment(
    @Arg('id', () => ID, { description: 'The assignment.' }) id: string,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<TeamAssignment> {
    assertId(id, 'id');
    return writer.write(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const assignment = await manager.findOne(TeamAssignment, { where: { id }, lock });
      const own = { id: assignment?.mentorId ?? id, organisationId: actor.organisationId ?? '' };
      if (assignment === null || !(await manager.existsBy(Mentor, own))) throw kitError('NOT_FOUND', { field: 'id' });
      if (assignment.endedOn !== null) throw ngoError('MATCH_ENDED', { field: 'id' });
      return manager.save(TeamAssignment, changed(assignment, { endedOn: today() }));
    });
  }
}
