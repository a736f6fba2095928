import type { Notification } from '../model/notification.js';
import { type Language, dayInWords, inLanguage, listInWords } from './language.js';
import { categoriesInWords } from './requestWords.js';
import { somebody } from './roleWords.js';

/** What a notification says: made of codes when it is read, so that no prose about anybody is kept. */
export function notificationText(language: Language, notification: Notification): string {
  const { kind, role, organisationId, categories, outcome, day } = notification;
  const who = role === null || organisationId === null ? '' : somebody(language, role, organisationId);
  const what = listInWords(language, categoriesInWords(language, categories));
  const when = day === null ? '' : dayInWords(language, day);
  switch (kind) {
    case 'EMERGENCY_ACCESS_OPENED':
      return inLanguage(language, {
        da: `${who} har åbnet en akut adgang (værdispring) til ${what}. Du kan læse hvorfor, og en databeskyttelsesrådgiver gennemgår det.`,
        en: `${who} has opened an emergency access to ${what}. You can read why, and a data protection officer reviews it.`,
      });
    case 'EMERGENCY_REVIEWED':
      return outcome === 'OBJECTED'
        ? inLanguage(language, {
            da: `${who} har gennemgået den akutte adgang (værdispring) til dine oplysninger fra den ${when} og gjort indsigelse: den burde ikke være åbnet, eller ikke så bredt.`,
            en: `${who} has reviewed the emergency access to your data of ${when} and objects: it should not have been opened, or not so widely.`,
          })
        : inLanguage(language, {
            da: `${who} har gennemgået den akutte adgang (værdispring) til dine oplysninger fra den ${when} og fundet den i orden.`,
            en: `${who} has reviewed the emergency access to your data of ${when} and found it in order.`,
          });
    case 'CONSENT_REQUESTED':
      return inLanguage(language, {
        da: `${who} beder om dit samtykke til at se ${what}. Du bestemmer selv, og et nej får ingen betydning for den hjælp, du har ret til.`,
        en: `${who} asks for your consent to see ${what}. It is your decision, and a no never affects the help that you have a right to.`,
      });
    case 'CONSENT_LAPSES_SOON':
      return inLanguage(language, {
        da: `Et af dine samtykker udløber den ${when}. Vil du have, at det fortsætter, skal du give det igen.`,
        en: `One of your consents lapses on ${when}. If you want it to go on, give it again.`,
      });
    case 'CONSENT_LAPSED':
      return inLanguage(language, {
        da: `Et af dine samtykker udløb den ${when}. Det giver ikke længere adgang til noget.`,
        en: `One of your consents lapsed on ${when}. It no longer gives access to anything.`,
      });
  }
}
