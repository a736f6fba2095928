/** Grafens egne ord på dansk: roller, formål, slags oplysninger, sektorer. */

/** Hvem man kan være. */
export const roles = {
  CITIZEN: 'borger',
  GUARDIAN: 'værge eller anden repræsentant',
  PSYCHIATRIST: 'psykiater',
  WARD_NURSE: 'sygeplejerske på afsnit',
  SOCIAL_WORKER: 'socialrådgiver',
  HOUSING_OFFICER: 'boligmedarbejder',
  JOB_CONSULTANT: 'jobkonsulent',
  KEY_MANAGER: 'tovholder',
  MENTOR: 'mentor',
  VOLUNTEER: 'frivillig',
  NGO_COORDINATOR: 'koordinator i en forening',
  LEADER: 'leder',
  ANALYST: 'analytiker',
  DATA_PROTECTION_OFFICER: 'databeskyttelsesrådgiver',
};

/** Hvad man kan spørge til brug for. */
export const purposes = {
  SELF_ACCESS: 'Egen indsigt',
  REPRESENTATION: 'Repræsentation',
  TREATMENT: 'Behandling',
  CARE_COORDINATION: 'Koordinering',
  SOCIAL_CASEWORK: 'Social sagsbehandling',
  HOUSING_CASEWORK: 'Boligsag',
  EMPLOYMENT_CASEWORK: 'Beskæftigelsessag',
  PEER_SUPPORT: 'Peerstøtte og frivillig indsats',
  PSYK_13C: 'Udskrivningsaftaler og koordinationsplaner',
  OVERSIGHT: 'Tilsyn',
};

/** Slags oplysninger. */
export const categories = {
  PUBLIC: 'Åben',
  IDENTITY: 'Navn, fødselsdato og kommune',
  CPR_NUMBER: 'CPR-nummer',
  CONTACT: 'Adresse og kontaktoplysninger',
  REPRESENTATIVES: 'Værger, pårørende og repræsentanter',
  CONSENTS: 'Samtykker og spærringer',
  ACCESS_LOG: 'Hvem der har set oplysningerne',
  ADMISSION_NOTICE: 'At borgeren er indlagt, og hvor',
  ADMISSION: 'Indlæggelser',
  DIAGNOSIS: 'Diagnoser',
  ASSESSMENT: 'Beskrivelse af funktionsevne',
  TREATMENT: 'Behandlingsforløb',
  SOCIAL_SERVICE: 'Social støtte',
  HOUSING: 'Bolig',
  HOUSING_BENEFIT: 'Boligstøtte',
  FINANCIAL_SUPPORT: 'Anden økonomisk støtte',
  EMPLOYMENT: 'Arbejde og forsørgelse',
  MENTORSHIP: 'Mentorforløb',
  VOLUNTEER_VISIT: 'Besøg af frivillige',
  PSYCHO_EDUCATION: 'Psykoedukation',
  PLAN: 'Planer',
  MEETING: 'Møder',
  CARE_TEAM: 'Hvem der er om borgeren',
};

/** Hvem der er ansvarlig. */
export const sectors = {
  citizen: 'Borgeren selv',
  psychiatry: 'Psykiatrien',
  municipality: 'Kommunen',
  ngo: 'Civilsamfundet',
  coordination: 'Koordination',
};

/** Om man ser en slags oplysning. */
export const states = {
  PERMITTED: 'Du har adgang',
  NO_ACCESS: 'Du har ikke adgang. Grunden oplyses ikke.',
  OUT_OF_SCOPE: 'Din rolle ser det aldrig til dette formål.',
  UNAVAILABLE: 'Det kan ikke afgøres lige nu. Prøv igen om lidt.',
};

/** Hvad man kan gøre ved det. */
export const nextSteps = {
  NONE: 'Intet',
  ASK_CITIZEN: 'Du kan bede borgeren om samtykke.',
  EMERGENCY_ACCESS: 'Du kan bede borgeren om samtykke, eller åbne et værdispring, når loven tillader det.',
};
