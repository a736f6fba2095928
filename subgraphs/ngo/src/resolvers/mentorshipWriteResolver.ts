import { randomUUID } from 'node:crypto';
import { inputDay, kitError, Roles, Writes } from '@sammen/subgraph-kit';
import { organisation } from '@sammen/reference-data';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { addMonths } from '../days.js';
import { ngoError } from '../errors.js';
import { ContactInput, EndMatchInput } from '../input/matchInput.js';
import { ExtendMentorshipInput, MatchMentorInput } from '../input/mentorshipInput.js';
import type { NgoContext } from '../loaders.js';
import { Mentor } from '../model/mentor.js';
import { MentorMeeting } from '../model/mentorMeeting.js';
import { Mentorship } from '../model/mentorship.js';
import { contactOf } from '../write/contact.js';
import { matchRelations } from '../write/matchRelation.js';
import { endMatch, firstDay, lockMatch } from '../write/matchStory.js';
import { sharedExperience } from '../write/sharedExperience.js';
import { lockActiveMentor, lockFreeMentor } from '../write/supporter.js';

const FIRST_MONTHS = 6;
const MOST_MONTHS = 9;

/** What a coordinator does with mentorships, and what a mentor records. Each change carries its care relation. */
@Resolver(() => Mentorship)
export class MentorshipWriteResolver {
  @Mutation(() => Mentorship, {
    nullable: true,
    description: 'Matches a citizen with a mentor of your own organisation (match med mentor).',
  })
  @Writes('MENTORSHIP')
  @Roles('NGO_COORDINATOR')
  matchMentor(
    @Arg('input', () => MatchMentorInput) input: MatchMentorInput,
    @Ctx() context: NgoContext,
  ): Promise<Mentorship> {
    const { actor, writer } = context;
    const { citizenId, goals, frequency, onExperience, idempotencyKey } = input;
    const startedOn = firstDay(input.startedOn);
    const plannedEndOn = input.plannedEndOn ? inputDay(input.plannedEndOn) : addMonths(startedOn, FIRST_MONTHS);
    assertLength(startedOn, plannedEndOn, FIRST_MONTHS);
    const referredById = input.referredById ?? null;
    if (referredById !== null && organisation(referredById) === null)
      throw kitError('REFERENCE_UNKNOWN', { field: 'input.referredById' });
    const idempotency = { actorId: actor.id, mutation: 'matchMentor', key: idempotencyKey, input };
    return writer.writeOnce(idempotency, Mentorship, async (manager) => {
      const mentor = await lockFreeMentor(manager, input.mentorId, actor.organisationId);
      if (onExperience) {
        const shared = await sharedExperience(manager, citizenId, mentor.organisationId, mentor.id);
        if (shared.length === 0) throw ngoError('NO_SHARED_EXPERIENCE', { field: 'input.onExperience' });
      }
      const mentorship = manager.create(Mentorship, {
        citizenId,
        id: randomUUID(),
        organisationId: mentor.organisationId,
        mentorId: mentor.id,
        goals,
        frequency,
        startedOn,
        plannedEndOn,
        endedOn: null,
        endReason: null,
        onExperience,
        referredById,
        version: 1,
      });
      await manager.insert(Mentorship, mentorship);
      return reported(context, manager, mentorship, mentor.actorId);
    });
  }

  @Mutation(() => Mentorship, {
    nullable: true,
    description: 'Plans a later end, at most 9 months after the start (forlæng).',
  })
  @Writes('MENTORSHIP')
  @Roles('NGO_COORDINATOR')
  extendMentorship(
    @Arg('input', () => ExtendMentorshipInput) input: ExtendMentorshipInput,
    @Ctx() context: NgoContext,
  ): Promise<Mentorship> {
    return context.writer.write(async (manager) => {
      const { organisationId } = context.actor;
      const mentorship = await lockMatch(manager, Mentorship, organisationId, input);
      const mentor = await lockActiveMentor(manager, mentorship.mentorId, organisationId);
      const plannedEndOn = inputDay(input.plannedEndOn);
      if (plannedEndOn <= mentorship.plannedEndOn)
        throw ngoError('MATCH_DATE_INVALID', { field: 'input.plannedEndOn' });
      assertLength(mentorship.startedOn, plannedEndOn, MOST_MONTHS);
      Object.assign(mentorship, { plannedEndOn, version: mentorship.version + 1 });
      return reported(context, manager, await manager.save(Mentorship, mentorship), mentor.actorId);
    });
  }

  @Mutation(() => Mentorship, {
    nullable: true,
    description: 'Ends a mentorship today (afslut); the mentor sees nothing of the citizen from then on.',
  })
  @Writes('MENTORSHIP')
  @Roles('NGO_COORDINATOR')
  endMentorship(
    @Arg('input', () => EndMatchInput) input: EndMatchInput,
    @Ctx() context: NgoContext,
  ): Promise<Mentorship> {
    return context.writer.write(async (manager) => {
      const mentorship = await lockMatch(manager, Mentorship, context.actor.organisationId, input);
      const { actorId } = await manager.findOneByOrFail(Mentor, { id: mentorship.mentorId });
      endMatch(mentorship, input);
      return reported(context, manager, await manager.save(Mentorship, mentorship), actorId);
    });
  }

  @Mutation(() => MentorMeeting, {
    nullable: true,
    description: 'Records or plans a meeting of a mentorship: your own, or as coordinator any of your organisation.',
  })
  @Writes('MENTORSHIP')
  @Roles('MENTOR', 'NGO_COORDINATOR')
  recordMentorMeeting(
    @Arg('input', () => ContactInput) input: ContactInput,
    @Ctx() { actor, writer }: NgoContext,
  ): Promise<MentorMeeting> {
    const idempotency = { actorId: actor.id, mutation: 'recordMentorMeeting', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, MentorMeeting, async (manager) => {
      const mentorship = await lockMatch(manager, Mentorship, actor.organisationId, input);
      const mentor = await manager.findOneByOrFail(Mentor, { id: mentorship.mentorId });
      if (actor.role === 'MENTOR' && mentor.actorId !== actor.id)
        throw kitError('NOT_FOUND', { field: 'input.matchId' });
      const meeting = await contactOf(manager, MentorMeeting, mentorship, { mentorshipId: mentorship.id }, input);
      return manager.save(MentorMeeting, meeting);
    });
  }
}

async function reported(
  { relations }: NgoContext,
  manager: EntityManager,
  mentorship: Mentorship,
  actorId: string,
): Promise<Mentorship> {
  for (const relation of matchRelations('MENTOR_MATCH', mentorship, actorId))
    await relations.report(manager, mentorship.citizenId, relation);
  return mentorship;
}

function assertLength(startedOn: string, plannedEndOn: string, months: number): void {
  if (plannedEndOn <= startedOn) throw ngoError('MATCH_DATE_INVALID', { field: 'input.plannedEndOn' });
  if (plannedEndOn > addMonths(startedOn, months)) throw ngoError('MATCH_TOO_LONG', { field: 'input.plannedEndOn' });
}
