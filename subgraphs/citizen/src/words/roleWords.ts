import type { Role } from '@sammen/consent';
import { organisationOf } from '@sammen/subgraph-kit';
import { type Language, type Words, inLanguage } from './language.js';

/** A role as one would name somebody who has it. */
const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  CITIZEN: { da: 'en borger', en: 'a citizen' },
  GUARDIAN: { da: 'en repræsentant', en: 'a representative' },
  PSYCHIATRIST: { da: 'en psykiater', en: 'a psychiatrist' },
  WARD_NURSE: { da: 'en sygeplejerske', en: 'a nurse' },
  SOCIAL_WORKER: { da: 'en socialrådgiver', en: 'a social worker' },
  HOUSING_OFFICER: { da: 'en boligmedarbejder', en: 'a housing officer' },
  JOB_CONSULTANT: { da: 'en jobkonsulent', en: 'a job consultant' },
  KEY_MANAGER: { da: 'en tovholder', en: 'a key manager' },
  MENTOR: { da: 'en mentor', en: 'a mentor' },
  VOLUNTEER: { da: 'en frivillig', en: 'a volunteer' },
  NGO_COORDINATOR: { da: 'en koordinator', en: 'a coordinator' },
  LEADER: { da: 'en leder', en: 'a leader' },
  ANALYST: { da: 'en analytiker', en: 'an analyst' },
  DATA_PROTECTION_OFFICER: { da: 'en databeskyttelsesrådgiver', en: 'a data protection officer' },
};

/** Somebody by role and organisation, as a sentence begins: `En psykiater ved Region Syddanmark`. Never by name. */
export function somebody(language: Language, role: Role, organisationId: string): string {
  const who = inLanguage(language, ROLE_WORDS[role]);
  const at = inLanguage(language, { da: 'ved', en: 'at' });
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${at} ${organisationOf(organisationId).name}`;
}
