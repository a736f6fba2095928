import type { DataCategory, Purpose, Role } from '@sammen/consent';
import { CATEGORY_WORDS } from './categoryWords.js';
import { type Language, type Words, inLanguage, listInWords } from './language.js';
import { somebody } from './roleWords.js';

/** What a request for consent means, and what refusing means, said the same way to everybody. */

const PURPOSE_WORDS: Readonly<Record<Purpose, Words>> = {
  SELF_ACCESS: { da: 'din egen indsigt', en: 'your own access' },
  REPRESENTATION: { da: 'at handle på dine vegne', en: 'acting on your behalf' },
  TREATMENT: { da: 'din behandling', en: 'your treatment' },
  CARE_COORDINATION: { da: 'at samordne hjælpen til dig', en: 'coordinating the help you get' },
  SOCIAL_CASEWORK: { da: 'din sociale sag', en: 'your social case' },
  HOUSING_CASEWORK: { da: 'din boligsag', en: 'your housing case' },
  EMPLOYMENT_CASEWORK: { da: 'din beskæftigelsessag', en: 'your employment case' },
  PEER_SUPPORT: { da: 'støtte fra en mentor eller frivillig', en: 'support by a mentor or a volunteer' },
  PSYK_13C: { da: 'en udskrivningsaftale eller koordinationsplan', en: 'a discharge agreement or coordination plan' },
  OVERSIGHT: { da: 'tilsyn med, hvem der har set dine oplysninger', en: 'oversight of who has looked at your data' },
};

/** What is asked, by whom. */
export interface Asked {
  readonly actorRole: Role;
  readonly organisationId: string;
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
}

/** The kinds of data in plain words. */
export function categoriesInWords(language: Language, categories: readonly DataCategory[]): string[] {
  return categories.map((category) => inLanguage(language, CATEGORY_WORDS[category]));
}

/** What a yes would open, to whom, for how long, and how it ends. */
export function whatItMeans(language: Language, { actorRole, organisationId, purpose, categories }: Asked): string {
  const who = somebody(language, actorRole, organisationId);
  const what = listInWords(language, categoriesInWords(language, categories));
  const why = inLanguage(language, PURPOSE_WORDS[purpose]);
  return inLanguage(language, {
    da: `${who} beder om at se ${what}. Formålet er ${why}. Siger du ja, gælder det kun den, der spørger, kun dette formål og kun til den dag, du vælger. Hver gang oplysningerne bliver set, står det i din log. Du kan trække dit samtykke tilbage når som helst; så lukkes der straks.`,
    en: `${who} asks to see ${what}. The purpose is ${why}. If you say yes, it holds for the one who asks only, for this purpose only, and until the day you choose. Each time the data is seen, it is written in your log. You can withdraw your consent at any time; access then ends at once.`,
  });
}

/** What a no, or no answer, means. The same for every request: nothing in it may weigh on the citizen. */
export function whatRefusingMeans(language: Language): string {
  return inLanguage(language, {
    da: 'Du bestemmer selv. Siger du nej, eller svarer du ikke, får det ingen betydning for den behandling, hjælp eller de ydelser, du har ret til. Den, der spørger, får kun at vide, at der ikke er givet samtykke – ikke om du har sagt nej, og ikke hvorfor. Det, som loven giver adgang til uden samtykke, ændrer dit svar ikke på.',
    en: 'It is your decision. If you say no, or do not answer, it never affects the treatment, help or benefits that you have a right to. The one who asks is told only that no consent is given – not whether you said no, and not why. What the law opens without a consent is not changed by your answer.',
  });
}
