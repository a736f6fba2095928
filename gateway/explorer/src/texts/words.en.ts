/** The graph's own words in English: roles, purposes, kinds of data, sectors. */

/** Who somebody can be. */
export const roles = {
  CITIZEN: 'citizen',
  GUARDIAN: 'guardian or other representative',
  PSYCHIATRIST: 'psychiatrist',
  WARD_NURSE: 'nurse on a ward',
  SOCIAL_WORKER: 'social worker',
  HOUSING_OFFICER: 'housing officer',
  JOB_CONSULTANT: 'job consultant',
  KEY_MANAGER: 'key manager',
  MENTOR: 'mentor',
  VOLUNTEER: 'volunteer',
  NGO_COORDINATOR: 'coordinator in an NGO',
  LEADER: 'leader',
  ANALYST: 'analyst',
  DATA_PROTECTION_OFFICER: 'data protection officer',
};

/** What somebody can ask for. */
export const purposes = {
  SELF_ACCESS: 'Own data',
  REPRESENTATION: 'Representation',
  TREATMENT: 'Treatment',
  CARE_COORDINATION: 'Care coordination',
  SOCIAL_CASEWORK: 'Social casework',
  HOUSING_CASEWORK: 'Housing casework',
  EMPLOYMENT_CASEWORK: 'Employment casework',
  PEER_SUPPORT: 'Peer and volunteer support',
  PSYK_13C: 'Discharge agreements and coordination plans',
  OVERSIGHT: 'Oversight',
};

/** Kinds of data. */
export const categories = {
  PUBLIC: 'Open',
  IDENTITY: 'Name, birth date and municipality',
  CPR_NUMBER: 'CPR number',
  CONTACT: 'Address and contact details',
  REPRESENTATIVES: 'Guardians, relatives and representatives',
  CONSENTS: 'Consents and blocks',
  ACCESS_LOG: 'Who has looked',
  ADMISSION_NOTICE: 'That the citizen is admitted, and where',
  ADMISSION: 'Admissions',
  DIAGNOSIS: 'Diagnoses',
  ASSESSMENT: 'Description of functional ability',
  TREATMENT: 'Treatment courses',
  SOCIAL_SERVICE: 'Social support',
  HOUSING: 'Housing',
  HOUSING_BENEFIT: 'Housing benefit',
  FINANCIAL_SUPPORT: 'Other financial support',
  EMPLOYMENT: 'Work and income',
  MENTORSHIP: 'Mentorships',
  VOLUNTEER_VISIT: 'Visits by volunteers',
  PSYCHO_EDUCATION: 'Psycho-education',
  PLAN: 'Plans',
  MEETING: 'Meetings',
  CARE_TEAM: 'Who is who around the citizen',
};

/** Who is responsible. */
export const sectors = {
  citizen: 'The citizen',
  psychiatry: 'Psychiatry',
  municipality: 'The municipality',
  ngo: 'Civil society',
  coordination: 'Coordination',
};

/** Whether somebody sees a kind of data. */
export const states = {
  PERMITTED: 'You have access',
  NO_ACCESS: 'You have no access. The reason is not told.',
  OUT_OF_SCOPE: 'Your role never sees it for this purpose.',
  UNAVAILABLE: 'It cannot be decided right now. Try again in a while.',
};

/** What can be done about it. */
export const nextSteps = {
  NONE: 'Nothing',
  ASK_CITIZEN: 'You can ask the citizen for a consent.',
  EMERGENCY_ACCESS: 'You can ask the citizen for a consent, or open an emergency access where the law allows it.',
};
