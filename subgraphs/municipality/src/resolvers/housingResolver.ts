import { randomUUID } from 'node:crypto';
import { inputDay, lockVersion, type SubgraphContext, today, Writes } from '@sammen/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { municipalityErrors } from '../errors.js';
import { ChangeHousingInput, EndHousingInput, RegisterHousingInput } from '../input/housingInput.js';
import { effortStatus } from '../model/effortStatus.js';
import { Housing } from '../model/housing.js';
import { assertDetails, moveOut, saveHousing } from '../write/housingStory.js';
import { changed, dayOrNull, dayOrToday, endOf } from '../write/period.js';
import { responsibleUnit } from '../write/responsibleUnit.js';

/** Where citizens live, as social workers and housing officers register it. */
@Resolver(() => Housing)
export class HousingResolver {
  @Mutation(() => Housing, {
    nullable: true,
    description: 'Registers where a citizen lives from a day on (indflytning); what is running then ends on that day.',
  })
  @Writes('HOUSING')
  registerHousing(
    @Arg('input', () => RegisterHousingInput) input: RegisterHousingInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Housing> {
    const { actor, writer } = context;
    const { citizenId, kind } = input;
    const unitId = responsibleUnit(actor, input.unitId);
    const validFrom = inputDay(input.validFrom);
    const validTo = endOf(validFrom, dayOrNull(input.validTo));
    const details = {
      kind,
      place: input.place ?? null,
      monthlyRentOere: input.monthlyRentOere ?? null,
      areaSquareMetres: input.areaSquareMetres ?? null,
    };
    assertDetails(details);
    const idempotency = { actorId: actor.id, mutation: 'registerHousing', key: input.idempotencyKey, input };
    return writer.writeOnce(idempotency, Housing, async (manager) => {
      await moveOut(context, manager, citizenId, validFrom);
      const id = randomUUID();
      const row = { citizenId, id, unitId, ...details, registeredOn: today(), validFrom, validTo, version: 1 };
      return saveHousing(context, manager, manager.create(Housing, row));
    });
  }

  @Mutation(() => Housing, { nullable: true, description: 'Corrects place, rent or area of housing (ret bolig).' })
  @Writes('HOUSING')
  changeHousing(
    @Arg('input', () => ChangeHousingInput) input: ChangeHousingInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Housing> {
    const { citizenId, housingId: id, version } = input;
    return context.writer.write(async (manager) => {
      const housing = await lockVersion(manager, Housing, { citizenId, id, version }, 'input.housingId');
      Object.assign(housing, {
        place: changed(input.place, housing.place),
        monthlyRentOere: changed(input.monthlyRentOere, housing.monthlyRentOere),
        areaSquareMetres: changed(input.areaSquareMetres, housing.areaSquareMetres),
        version: version + 1,
      });
      assertDetails(housing);
      return saveHousing(context, manager, housing);
    });
  }

  @Mutation(() => Housing, {
    nullable: true,
    description: 'Ends housing without another one following (fraflytning).',
  })
  @Writes('HOUSING')
  endHousing(
    @Arg('input', () => EndHousingInput) input: EndHousingInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Housing> {
    const { citizenId, housingId: id, version } = input;
    return context.writer.write(async (manager) => {
      const housing = await lockVersion(manager, Housing, { citizenId, id, version }, 'input.housingId');
      if (effortStatus(housing) === 'ENDED') throw municipalityErrors('HOUSING_ENDED', { field: 'input.housingId' });
      const validTo = endOf(housing.validFrom, dayOrToday(input.validTo));
      return saveHousing(context, manager, Object.assign(housing, { validTo, version: version + 1 }));
    });
  }
}
