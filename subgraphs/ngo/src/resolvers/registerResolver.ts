import { Public } from '@sammen/subgraph-kit';
import { Arg, Query, Resolver } from 'type-graphql';
import { Ngo, NGOS } from '../model/ngo.js';

/** The register of NGOs: open to everybody, for it names no citizen. */
@Resolver(() => Ngo)
export class RegisterResolver {
  @Query(() => [Ngo], { description: 'The NGOs of the register and what they offer (foreninger).' })
  @Public()
  ngos(
    @Arg('municipalityCode', () => String, { nullable: true, description: 'Those that take citizens of it.' })
    municipalityCode: string | null,
    @Arg('userLed', () => Boolean, {
      nullable: true,
      description: 'Those run by people with lived experience, or not.',
    })
    userLed: boolean | null,
  ): readonly Ngo[] {
    const serving =
      municipalityCode === null || municipalityCode === undefined ? null : `municipality-${municipalityCode}`;
    return NGOS.filter(
      (ngo) =>
        (serving === null || ngo.serves.length === 0 || ngo.serves.some(({ id }) => id === serving)) &&
        (userLed === null || userLed === undefined || ngo.userLed === userLed),
    );
  }
}
