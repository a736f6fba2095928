import { EMERGENCY_KINDS, PURPOSES, ROLES, SECTORS } from '@sammen/consent';
import { registerEnumType } from 'type-graphql';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;

export const PurposeEnum = enumOf(PURPOSES);
registerEnumType(PurposeEnum, { name: 'Purpose', description: 'Why data is asked for (formål).' });

export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, { name: 'Role', description: 'What a person is in this system (rolle).' });

export const SectorEnum = enumOf(SECTORS);
registerEnumType(SectorEnum, { name: 'Sector', description: 'Whose data it is (sektor).' });

export const EmergencyKindEnum = enumOf(EMERGENCY_KINDS);
registerEnumType(EmergencyKindEnum, {
  name: 'EmergencyKind',
  description: 'Why the glass was broken (værdispring).',
  valuesConfig: {
    CITIZEN_AGREED_ORALLY: { description: 'The citizen agreed by word of mouth.' },
    VITAL_INTEREST: { description: 'Life or health was at stake and the citizen could not be asked.' },
  },
});

/** Whether a choice opens or closes. */
export const ChoiceEffectEnum = enumOf(['CONSENT', 'BLOCK'] as const);
registerEnumType(ChoiceEffectEnum, {
  name: 'ChoiceEffect',
  description: 'Whether the citizen says yes or no.',
  valuesConfig: { CONSENT: { description: 'Yes (samtykke).' }, BLOCK: { description: 'No (spærring).' } },
});

/** In which form a choice was given. */
export const ChoiceFormEnum = enumOf(['DIGITAL', 'WRITTEN', 'ORAL'] as const);
registerEnumType(ChoiceFormEnum, { name: 'ChoiceForm', description: 'How a choice was given (form).' });

/** The law that a consent is given under; decides how long it may last. */
export const LegalBasisEnum = enumOf([
  'HEALTH_DATA_FOR_TREATMENT',
  'HEALTH_DATA_OTHER_PURPOSE',
  'SOCIAL_DATA',
  'PEER_SUPPORT',
] as const);
registerEnumType(LegalBasisEnum, {
  name: 'LegalBasis',
  description: 'The law that the consent is given under (hjemmel).',
  valuesConfig: {
    HEALTH_DATA_FOR_TREATMENT: { description: 'Health data passed on for treatment (sundhedsloven § 41).' },
    HEALTH_DATA_OTHER_PURPOSE: {
      description: 'Health data passed on for another purpose; at most one year (sundhedsloven §§ 43-44).',
    },
    SOCIAL_DATA: { description: 'Data of social casework (forvaltningsloven §§ 28-29).' },
    PEER_SUPPORT: { description: 'Support by an NGO or a volunteer.' },
  },
});
