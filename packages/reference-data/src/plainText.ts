/** Whatever a citizen is asked to decide on or sees in the access log has one plain sentence in Danish and in English. */

/** One short sentence in two languages. */
export interface PlainText {
  readonly da: string;
  readonly en: string;
}

const text = (da: string, en: string): PlainText => ({ da, en });

/** Data categories by code (packages/consent lists the codes; a test of packages/population holds the two together). Texts by Sammen, version 1. */
export const CATEGORY_TEXTS: Readonly<Record<string, PlainText>> = {
  IDENTITY: text('Dit navn og din fødselsdato.', 'Your name and date of birth.'),
  CPR_NUMBER: text('Dit CPR-nummer.', 'Your CPR number.'),
  CONTACT: text('Din adresse og dit telefonnummer.', 'Your address and telephone number.'),
  REPRESENTATIVES: text('Hvem der handler på dine vegne.', 'Who acts on your behalf.'),
  CONSENTS: text(
    'Hvad du har givet lov til, og hvad du har sagt nej til.',
    'What you have allowed and what you have refused.',
  ),
  ACCESS_LOG: text('Hvem der har set dine oplysninger.', 'Who has looked at your data.'),
  ADMISSION_NOTICE: text(
    'At du er indlagt, på orlov eller udskrevet.',
    'That you are admitted, on leave or discharged.',
  ),
  ADMISSION: text(
    'Dine indlæggelser: afsnit, orlov og udskrivning.',
    'Your stays in hospital: ward, leave and discharge.',
  ),
  DIAGNOSIS: text('Dine psykiatriske diagnoser.', 'Your psychiatric diagnoses.'),
  ASSESSMENT: text(
    'Regionens beskrivelse af, hvordan du klarer din hverdag.',
    'The region’s description of how you manage everyday life.',
  ),
  TREATMENT: text('Din behandling i psykiatrien.', 'Your treatment in psychiatry.'),
  SOCIAL_SERVICE: text('Den støtte, kommunen giver dig.', 'The support your municipality gives you.'),
  HOUSING: text('Hvor og hvordan du bor.', 'Where and how you live.'),
  HOUSING_BENEFIT: text('Din boligstøtte.', 'Your housing benefit.'),
  FINANCIAL_SUPPORT: text('Økonomisk hjælp fra kommunen.', 'Financial help from the municipality.'),
  EMPLOYMENT: text('Din sag om arbejde og forsørgelse.', 'Your case about work and income.'),
  MENTORSHIP: text('Din mentor og jeres aftaler.', 'Your mentor and what you have agreed.'),
  VOLUNTEER_VISIT: text('Besøg af en frivillig.', 'Visits by a volunteer.'),
  PSYCHO_EDUCATION: text(
    'Kurser, du går på, om at leve med psykisk sygdom.',
    'Courses you attend about living with mental illness.',
  ),
  PLAN: text('Din fælles plan: udfordringer, mål og aftaler.', 'Your shared plan: challenges, goals and agreements.'),
  MEETING: text(
    'Møder om dig: hvem der var med, og hvad der blev besluttet.',
    'Meetings about you: who took part and what was decided.',
  ),
  CARE_TEAM: text('Hvem der hjælper dig, og hvem der er tovholder.', 'Who helps you, and who your key manager is.'),
};

/** Purposes by code. Texts by Sammen, version 1. */
export const PURPOSE_TEXTS: Readonly<Record<string, PlainText>> = {
  SELF_ACCESS: text('For selv at se dine oplysninger.', 'To see your own data.'),
  REPRESENTATION: text('For at handle på dine vegne.', 'To act on your behalf.'),
  TREATMENT: text('For at behandle dig.', 'To treat you.'),
  CARE_COORDINATION: text(
    'For at dem, der hjælper dig, kan samarbejde.',
    'So that those who help you can work together.',
  ),
  SOCIAL_CASEWORK: text('For at behandle din sag om støtte.', 'To handle your case about support.'),
  HOUSING_CASEWORK: text('For at behandle din sag om bolig.', 'To handle your case about housing.'),
  EMPLOYMENT_CASEWORK: text(
    'For at behandle din sag om arbejde og forsørgelse.',
    'To handle your case about work and income.',
  ),
  PEER_SUPPORT: text('For at støtte dig som mentor eller frivillig.', 'To support you as a mentor or volunteer.'),
  PSYK_13C: text(
    'For at lave eller følge en udskrivningsaftale eller koordinationsplan.',
    'To make or follow a discharge agreement or coordination plan.',
  ),
  OVERSIGHT: text('For at kontrollere, at reglerne bliver fulgt.', 'To check that the rules are followed.'),
};

/** Roles by code. Texts by Sammen, version 1. */
export const ROLE_TEXTS: Readonly<Record<string, PlainText>> = {
  CITIZEN: text('Dig selv', 'You'),
  GUARDIAN: text('Din værge eller fuldmægtig', 'Your guardian or proxy'),
  PSYCHIATRIST: text('Psykiater', 'Psychiatrist'),
  WARD_NURSE: text('Sygeplejerske på afsnittet', 'Nurse on the ward'),
  SOCIAL_WORKER: text('Socialrådgiver', 'Social worker'),
  HOUSING_OFFICER: text('Sagsbehandler for bolig og boligstøtte', 'Housing officer'),
  JOB_CONSULTANT: text('Jobkonsulent', 'Job consultant'),
  KEY_MANAGER: text('Tovholder', 'Key manager'),
  MENTOR: text('Mentor', 'Mentor'),
  VOLUNTEER: text('Frivillig', 'Volunteer'),
  NGO_COORDINATOR: text('Koordinator i en forening', 'Coordinator in an association'),
  LEADER: text('Leder med beslutningsmandat', 'Leader with a mandate to decide'),
  ANALYST: text('Analytiker', 'Analyst'),
  DATA_PROTECTION_OFFICER: text('Databeskyttelsesrådgiver', 'Data protection officer'),
};
