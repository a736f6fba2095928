import { Citizen, Consent, type Connection, PageArguments, type SubgraphContext } from '@sammen/subgraph-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PsychiatryLoaders } from '../loaders.js';
import { AdmissionConnection, TreatmentConnection, TreatmentContactConnection } from '../model/connections.js';
import type { Admission } from '../model/admission.js';
import { Assessment } from '../model/assessment.js';
import { Diagnosis } from '../model/diagnosis.js';
import type { Treatment } from '../model/treatment.js';
import type { TreatmentContact } from '../model/treatmentContact.js';

type Context = SubgraphContext<PsychiatryLoaders>;

/** What psychiatry adds to the citizen. */
@Resolver(() => Citizen)
export class CitizenResolver {
  @FieldResolver(() => AdmissionConnection, {
    nullable: true,
    description: 'Stays in psychiatric hospitals, newest first (indlæggelser).',
  })
  @Consent('ADMISSION_NOTICE')
  async admissions(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Admission>> {
    return AdmissionConnection.of(await loaders.admissionPages.page(citizen.id, page));
  }

  @FieldResolver(() => [Assessment], {
    nullable: true,
    description: 'Functional descriptions, the one in force first (funktionsbeskrivelser).',
  })
  @Consent('ASSESSMENT')
  assessments(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<Assessment[]> {
    return loaders.assessments.load(citizen.id);
  }

  @FieldResolver(() => [Diagnosis], { nullable: true, description: 'Diagnoses, main ones first (diagnoser).' })
  @Consent('DIAGNOSIS')
  diagnoses(@Root() citizen: Citizen, @Ctx() { loaders }: Context): Promise<Diagnosis[]> {
    return loaders.diagnoses.load(citizen.id);
  }

  @FieldResolver(() => TreatmentConnection, {
    nullable: true,
    description: 'Courses of treatment, newest first (behandlingsforløb).',
  })
  @Consent('TREATMENT')
  async treatments(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Treatment>> {
    return TreatmentConnection.of(await loaders.treatmentPages.page(citizen.id, page));
  }

  @FieldResolver(() => TreatmentContactConnection, {
    nullable: true,
    description: 'Visits, home visits and calls in all treatments, newest first (kontakter).',
  })
  @Consent('TREATMENT')
  async treatmentContacts(
    @Root() citizen: Citizen,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<TreatmentContact>> {
    return TreatmentContactConnection.of(await loaders.contactPages.page(citizen.id, page));
  }
}
