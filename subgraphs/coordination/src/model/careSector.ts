import { organisation } from '@sammen/reference-data';
import { registerEnumType } from 'type-graphql';

/** Who answers for something around a citizen. Every agreement has exactly one (domain.md D07). */
export enum CareSector {
  HEALTH = 'HEALTH',
  SOCIAL = 'SOCIAL',
  EMPLOYMENT = 'EMPLOYMENT',
  NGO = 'NGO',
  CITIZEN = 'CITIZEN',
}
registerEnumType(CareSector, {
  name: 'CareSector',
  description: 'Who answers for something around a citizen (sektor).',
  valuesConfig: {
    HEALTH: { description: 'Psychiatry and the rest of the health care system (sundhedsvæsen).' },
    SOCIAL: { description: 'Social services of the municipality (socialområdet).' },
    EMPLOYMENT: { description: 'Employment services: the function of a job centre (jobcenter), wherever it sits.' },
    NGO: { description: 'Volunteers, peers and their organisations (civilsamfund).' },
    CITIZEN: { description: 'The citizen and those who stand by them: relatives, support person (bisidder).' },
  },
});

/** The three that have one named responsible professional in every case (domain.md A15). */
export const RESPONSIBLE_SECTORS: readonly CareSector[] = [CareSector.HEALTH, CareSector.SOCIAL, CareSector.EMPLOYMENT];

const SECTORS_OF_KIND: Readonly<Record<string, readonly CareSector[]>> = {
  REGION: [CareSector.HEALTH],
  MUNICIPALITY: [CareSector.SOCIAL, CareSector.EMPLOYMENT],
  NGO: [CareSector.NGO],
};

/** The sectors that an organisation of the register can answer for; none for an organisation that is not there. */
export function sectorsOfOrganisation(organisationId: string): readonly CareSector[] {
  return SECTORS_OF_KIND[organisation(organisationId)?.kind ?? ''] ?? [];
}
