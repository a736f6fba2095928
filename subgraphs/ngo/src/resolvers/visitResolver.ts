import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NgoContext } from '../loaders.js';
import { VisitAgreement } from '../model/visitAgreement.js';
import { VolunteerVisit } from '../model/volunteerVisit.js';

/** Who visits under an agreement. */
@Resolver(() => VisitAgreement)
export class VisitAgreementResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The name that the volunteer goes by (navn).' })
  async volunteerName(@Root() { volunteerId }: VisitAgreement, @Ctx() { loaders }: NgoContext): Promise<string | null> {
    return (await loaders.volunteer.load(volunteerId))?.name ?? null;
  }
}

/** Under which agreement a visit was made. */
@Resolver(() => VolunteerVisit)
export class VolunteerVisitResolver {
  @FieldResolver(() => VisitAgreement, { nullable: true, description: 'The agreement: who, how often, from and to.' })
  agreement(@Root() visit: VolunteerVisit, @Ctx() { loaders }: NgoContext): Promise<VisitAgreement | null> {
    return loaders.agreement.load({ citizenId: visit.citizenId, id: visit.agreementId });
  }
}
