import { EMERGENCY_KINDS, type Purpose, type Role } from '@sammen/consent';
import { codeEnum } from '@sammen/subgraph-kit';
import { registerEnumType } from 'type-graphql';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;

/** Why data is asked for, as the graph has it. */
export const PurposeEnum = codeEnum<Purpose>('Purpose', 'Why data is asked for (formål).', [
  { code: 'SELF_ACCESS', da: 'egen indsigt', en: 'A citizen looks at their own data' },
  { code: 'REPRESENTATION', da: 'repræsentation', en: 'A representative looks on behalf of a citizen' },
  { code: 'TREATMENT', da: 'behandling', en: 'Treatment by a hospital department or an outpatient clinic' },
  { code: 'CARE_COORDINATION', da: 'koordinering', en: 'Coordination of the efforts of several sectors' },
  { code: 'SOCIAL_CASEWORK', da: 'social sagsbehandling', en: 'Social casework by a municipality' },
  { code: 'HOUSING_CASEWORK', da: 'boligsag', en: 'Housing and housing benefits' },
  { code: 'EMPLOYMENT_CASEWORK', da: 'beskæftigelsessag', en: 'Work and income, at a job centre' },
  { code: 'PEER_SUPPORT', da: 'peerstøtte og frivillig indsats', en: 'Support by a mentor or a volunteer' },
  {
    code: 'PSYK_13C',
    da: 'udskrivningsaftaler og koordinationsplaner',
    en: 'Discharge agreements and coordination plans, psykiatriloven §§ 13 a-c',
  },
  { code: 'OVERSIGHT', da: 'tilsyn', en: 'Oversight by a data protection officer' },
]);

/** What a person is in this system, as the graph has it. */
export const RoleEnum = codeEnum<Role>('Role', 'What a person is in this system (rolle).', [
  { code: 'CITIZEN', da: 'borger', en: 'The citizen' },
  { code: 'GUARDIAN', da: 'værge eller anden repræsentant', en: 'A guardian or another representative' },
  { code: 'PSYCHIATRIST', da: 'psykiater', en: 'A psychiatrist' },
  { code: 'WARD_NURSE', da: 'sygeplejerske på afsnit', en: 'A nurse on a ward' },
  { code: 'SOCIAL_WORKER', da: 'socialrådgiver', en: 'A social worker' },
  { code: 'HOUSING_OFFICER', da: 'boligmedarbejder', en: 'Somebody who works with housing in a municipality' },
  { code: 'JOB_CONSULTANT', da: 'jobkonsulent', en: 'A job consultant' },
  { code: 'KEY_MANAGER', da: 'tovholder', en: 'The key manager of a coordinated case' },
  { code: 'MENTOR', da: 'mentor', en: 'A mentor' },
  { code: 'VOLUNTEER', da: 'frivillig', en: 'A volunteer' },
  { code: 'NGO_COORDINATOR', da: 'koordinator i en forening', en: 'A coordinator in an NGO' },
  { code: 'LEADER', da: 'leder', en: 'A leader' },
  { code: 'ANALYST', da: 'analytiker', en: 'An analyst, who sees figures and no citizen' },
  { code: 'DATA_PROTECTION_OFFICER', da: 'databeskyttelsesrådgiver', en: 'A data protection officer' },
]);

/** Why the glass was broken, as the graph has it. */
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
export const ChoiceFormEnum = codeEnum('ChoiceForm', 'How a choice was given (form).', [
  { code: 'DIGITAL', da: 'digitalt', en: 'By the citizen in a front end' },
  { code: 'WRITTEN', da: 'skriftligt', en: 'On paper' },
  { code: 'ORAL', da: 'mundtligt', en: 'By word of mouth, written down by somebody' },
]);

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
