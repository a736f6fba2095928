import type { DataCategory } from '@sammen/consent';
import type { Words } from './language.js';

/** Each kind of data as one would say it to the citizen, in the middle of a sentence. */
export const CATEGORY_WORDS: Readonly<Record<DataCategory, Words>> = {
  IDENTITY: { da: 'dit navn, din fødselsdato og bopælskommune', en: 'your name, birth date and municipality' },
  CPR_NUMBER: { da: 'dit CPR-nummer', en: 'your civil registration number' },
  CONTACT: { da: 'din adresse, telefon og e-mail', en: 'your address, telephone and e-mail' },
  REPRESENTATIVES: { da: 'hvem der handler på dine vegne', en: 'who acts on your behalf' },
  CONSENTS: { da: 'dine samtykker og spærringer', en: 'your consents and blocks' },
  ACCESS_LOG: { da: 'hvem der har set dine oplysninger', en: 'who has looked at your data' },
  ADMISSION_NOTICE: {
    da: 'at du er indlagt, på orlov eller udskrevet, og hvor',
    en: 'that you are admitted, on leave or discharged, and where',
  },
  ADMISSION: { da: 'dine indlæggelser i psykiatrien', en: 'your psychiatric admissions' },
  DIAGNOSIS: { da: 'dine psykiatriske diagnoser', en: 'your psychiatric diagnoses' },
  ASSESSMENT: { da: 'regionens beskrivelse af din funktionsevne', en: "the region's description of how you manage" },
  TREATMENT: { da: 'din behandling i psykiatrien', en: 'your psychiatric treatment' },
  SOCIAL_SERVICE: {
    da: 'den sociale støtte, du får fra kommunen',
    en: 'the social support you get from the municipality',
  },
  HOUSING: { da: 'hvor og hvordan du bor', en: 'where and how you live' },
  HOUSING_BENEFIT: { da: 'din boligstøtte', en: 'your housing benefit' },
  FINANCIAL_SUPPORT: { da: 'anden økonomisk støtte, du får', en: 'other financial support that you get' },
  EMPLOYMENT: { da: 'din sag i jobcentret', en: 'your case at the job centre' },
  MENTORSHIP: { da: 'dine forløb med en mentor', en: 'your courses with a mentor' },
  VOLUNTEER_VISIT: { da: 'besøg af en frivillig', en: 'visits by a volunteer' },
  PSYCHO_EDUCATION: { da: 'de kurser i psykoedukation, du er tilmeldt', en: 'the psycho-education courses you joined' },
  PLAN: { da: 'den fælles plan', en: 'the shared plan' },
  MEETING: { da: 'møderne om planen', en: 'the meetings about the plan' },
  CARE_TEAM: { da: 'hvem der er hvem omkring dig', en: 'who is who around you' },
};
