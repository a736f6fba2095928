import type { DataCategory } from './category.js';

/** Each category in plain words, as schema descriptions, the access log and the citizen's own pages say them. */
export const CATEGORY_DESCRIPTIONS: Readonly<Record<DataCategory, string>> = {
  IDENTITY: 'Name, birth date and which municipality the citizen lives in',
  CPR_NUMBER: 'The civil registration number (CPR-nummer)',
  CONTACT: 'Address, telephone, e-mail and preferred way of contact',
  REPRESENTATIVES: 'Guardians, relatives and others who act for the citizen (værge, pårørende)',
  CONSENTS: 'The consents and blocks that the citizen has given (samtykke, spærring)',
  ACCESS_LOG: 'Who has looked at the data of the citizen, when and why',
  ADMISSION_NOTICE: 'That the citizen is admitted, on leave or discharged, and where (advis), without clinical content',
  ADMISSION: 'Psychiatric admissions with their course, leave periods and discharge (indlæggelse)',
  DIAGNOSIS: 'Psychiatric diagnoses',
  ASSESSMENT: "The region's description of functional ability, the baseline of municipal support",
  TREATMENT: 'Psychiatric treatment courses',
  SOCIAL_SERVICE: 'Social support granted by the municipality (bostøtte and others)',
  HOUSING: 'Where and how the citizen lives, including residential places (botilbud)',
  HOUSING_BENEFIT: 'Housing benefit (boligstøtte)',
  FINANCIAL_SUPPORT: 'Other financial support',
  EMPLOYMENT: "The job centre's case: target group, measures, work and income kind",
  MENTORSHIP: 'Matches with a peer mentor',
  VOLUNTEER_VISIT: 'Visits by a volunteer',
  PSYCHO_EDUCATION: 'Enrolment in psycho-education courses',
  PLAN: 'The shared plan: challenges, opportunities, goals, agreements and follow-up',
  MEETING: 'Meetings about the plan, their participants and decisions',
  CARE_TEAM: 'Who is who around the citizen, with the key manager (tovholder)',
};
