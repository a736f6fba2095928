import { Citizen, Consent, type Connection, PageArguments } from '@sammen/subgraph-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NgoContext } from '../loaders.js';
import {
  CourseEnrolmentConnection,
  MentorshipConnection,
  VisitAgreementConnection,
  VolunteerVisitConnection,
} from '../model/connections.js';
import type { CourseEnrolment } from '../model/courseEnrolment.js';
import type { Mentorship } from '../model/mentorship.js';
import type { VisitAgreement } from '../model/visitAgreement.js';
import type { VolunteerVisit } from '../model/volunteerVisit.js';

/** What NGOs add to the citizen. */
@Resolver(() => Citizen)
export class CitizenResolver {
  @FieldResolver(() => MentorshipConnection, {
    nullable: true,
    description: 'Matches with mentors, newest first (mentorforløb).',
  })
  @Consent('MENTORSHIP')
  async mentorships(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: NgoContext,
  ): Promise<Connection<Mentorship>> {
    return MentorshipConnection.of(await loaders.mentorshipPages.page(citizen.id, page));
  }

  @FieldResolver(() => VolunteerVisitConnection, {
    nullable: true,
    description: 'Visits of volunteers, newest first (frivillige besøg).',
  })
  @Consent('VOLUNTEER_VISIT')
  async volunteerVisits(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: NgoContext,
  ): Promise<Connection<VolunteerVisit>> {
    return VolunteerVisitConnection.of(await loaders.visitPages.page(citizen.id, page));
  }

  @FieldResolver(() => VisitAgreementConnection, {
    nullable: true,
    description: 'Agreements with volunteers, newest first, with or without a visit yet (besøgsaftaler).',
  })
  @Consent('VOLUNTEER_VISIT')
  async volunteerAgreements(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: NgoContext,
  ): Promise<Connection<VisitAgreement>> {
    return VisitAgreementConnection.of(await loaders.agreementPages.page(citizen.id, page));
  }

  @FieldResolver(() => CourseEnrolmentConnection, {
    nullable: true,
    description: 'Courses of psycho-education, newest enrolment first (psykoedukation).',
  })
  @Consent('PSYCHO_EDUCATION')
  async psychoEducation(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: NgoContext,
  ): Promise<Connection<CourseEnrolment>> {
    return CourseEnrolmentConnection.of(await loaders.enrolmentPages.page(citizen.id, page));
  }
}
