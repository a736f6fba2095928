import { registerEnumType } from 'type-graphql';
import { CareSector } from './careSector.js';

/** What a decision at a meeting is about, and so what a mandate can cover. */
export enum DecisionSubject {
  TREATMENT = 'TREATMENT',
  HOSPITAL_STAY = 'HOSPITAL_STAY',
  SOCIAL_SUPPORT = 'SOCIAL_SUPPORT',
  HOUSING = 'HOUSING',
  SUBSTANCE_USE_TREATMENT = 'SUBSTANCE_USE_TREATMENT',
  FINANCIAL_SUPPORT = 'FINANCIAL_SUPPORT',
  EMPLOYMENT = 'EMPLOYMENT',
  PEER_SUPPORT = 'PEER_SUPPORT',
}
registerEnumType(DecisionSubject, {
  name: 'DecisionSubject',
  description: 'What a decision at a meeting is about, and so what a mandate can cover (beslutningsemne).',
  valuesConfig: {
    TREATMENT: { description: 'Psychiatric treatment (behandling).' },
    HOSPITAL_STAY: { description: 'Admission, leave and discharge (indlæggelse og udskrivning).' },
    SOCIAL_SUPPORT: { description: 'Social support (bostøtte, socialpædagogisk støtte).' },
    HOUSING: { description: 'Where the citizen lives (bolig og botilbud).' },
    SUBSTANCE_USE_TREATMENT: { description: 'Treatment of substance use (misbrugsbehandling).' },
    FINANCIAL_SUPPORT: { description: 'Support with money (økonomisk støtte).' },
    EMPLOYMENT: { description: 'Work and education (beskæftigelse).' },
    PEER_SUPPORT: { description: 'Mentors, volunteers and courses (mentorer og frivillige).' },
  },
});

/** The sector that decides on each subject: nobody else's mandate reaches it. */
export const SECTOR_OF_SUBJECT: Readonly<Record<DecisionSubject, CareSector>> = {
  TREATMENT: CareSector.HEALTH,
  HOSPITAL_STAY: CareSector.HEALTH,
  SOCIAL_SUPPORT: CareSector.SOCIAL,
  HOUSING: CareSector.SOCIAL,
  SUBSTANCE_USE_TREATMENT: CareSector.SOCIAL,
  FINANCIAL_SUPPORT: CareSector.SOCIAL,
  EMPLOYMENT: CareSector.EMPLOYMENT,
  PEER_SUPPORT: CareSector.NGO,
};

/** Everything that a sector decides on. */
export function subjectsOf(sector: CareSector): DecisionSubject[] {
  return Object.values(DecisionSubject).filter((subject) => SECTOR_OF_SUBJECT[subject] === sector);
}
