/** Sentences for plans and meetings, each with its theme or sector. Made for Sammen, version 1, Apache-2.0; they describe nobody. */
import type { Sector } from '@sammen/consent';
import type { FfbThemeKey } from '@sammen/reference-data';

type Themed = readonly (readonly [text: string, theme: FfbThemeKey])[];

/** What is hard. */
export const CHALLENGES: Themed = [
  ['Søvnen er vendt op og ned på døgnet', 'HEALTH'],
  ['Rusmidler fylder i weekenderne', 'HEALTH'],
  ['Indlæggelserne kommer uden varsel', 'HEALTH'],
  ['Stemmerne tager til, når der er uro i opgangen', 'MENTAL_FUNCTIONS'],
  ['Overblikket forsvinder, når der sker flere ting på én gang', 'MENTAL_FUNCTIONS'],
  ['Boligen er truet på grund af klager', 'SOCIAL_CONDITIONS'],
  ['Gælden vokser, og rykkere bliver ikke åbnet', 'SOCIAL_CONDITIONS'],
  ['Ingen kontakt med familien i lang tid', 'RELATIONSHIPS'],
  ['Ensomhed i ferier og på helligdage', 'RELATIONSHIPS'],
  ['Svært at sige fra over for bekendte', 'RELATIONSHIPS'],
  ['Misforståelser med de mange fagpersoner', 'COMMUNICATION'],
  ['Tør ikke tage bussen', 'MOBILITY'],
  ['Maden bliver glemt', 'SELF_CARE'],
  ['Posten og e-Boks bliver ikke læst', 'COMMUNITY_LIFE'],
  ['Ved ikke, hvad der skal ske med forsørgelsen', 'COMMUNITY_LIFE'],
  ['Opvask og rengøring hober sig op', 'PRACTICAL_TASKS'],
  ['Naboerne er bange', 'SURROUNDINGS'],
];

/** What gives hope. */
export const OPPORTUNITIES: Themed = [
  ['Har en god kontakt til sin mentor', 'RELATIONSHIPS'],
  ['Søster vil gerne være med', 'RELATIONSHIPS'],
  ['Vil gerne tilbage til værkstedet', 'COMMUNITY_LIFE'],
  ['Har tidligere klaret et halvt år uden indlæggelse', 'HEALTH'],
  ['Motiveret for misbrugsbehandling', 'HEALTH'],
  ['God til at lave mad, når der er ro', 'PRACTICAL_TASKS'],
  ['Cykler gerne', 'MOBILITY'],
  ['Spiller guitar og vil gerne spille med andre', 'SOCIAL_CONDITIONS'],
  ['Kender selv de første tegn på tilbagefald', 'MENTAL_FUNCTIONS'],
  ['Boligforeningen er indstillet på en løsning', 'SURROUNDINGS'],
];

/** Goals in the citizen's own words. */
export const GOALS: Themed = [
  ['Jeg vil have fred om natten', 'HEALTH'],
  ['Jeg vil blive i min lejlighed', 'SOCIAL_CONDITIONS'],
  ['Jeg vil se min datter igen', 'RELATIONSHIPS'],
  ['Jeg vil have et arbejde, hvor nogen venter på mig', 'COMMUNITY_LIFE'],
  ['Jeg vil have styr på pengene', 'COMMUNITY_LIFE'],
  ['Jeg vil ikke fortælle min historie forfra hver gang', 'COMMUNICATION'],
  ['Jeg vil kunne handle selv', 'PRACTICAL_TASKS'],
  ['Jeg vil ryge mindre hash', 'HEALTH'],
  ['Jeg vil ud og have noget frisk luft', 'MOBILITY'],
];

/** What somebody agrees to do, by the sector that does it. */
export const AGREEMENTS: readonly (readonly [text: string, sector: Sector])[] = [
  ['Ugentlig samtale med kontaktperson i lokalpsykiatrien', 'PSYCHIATRY'],
  ['Gennemgang af medicinen', 'PSYCHIATRY'],
  ['Kriseplan skrives sammen med borgeren', 'PSYCHIATRY'],
  ['Bostøtte udvides i den første måned efter udskrivning', 'MUNICIPALITY'],
  ['Ansøgning om boligstøtte gennemgås', 'MUNICIPALITY'],
  ['Aftale med boligforeningen om huslejerestance', 'MUNICIPALITY'],
  ['Start i misbrugsbehandling', 'MUNICIPALITY'],
  ['Praktik tre timer om ugen', 'MUNICIPALITY'],
  ['Afklaring af forsørgelse', 'MUNICIPALITY'],
  ['Mentor følger med til første møde', 'NGO'],
  ['Plads på kursus om egen sygdom', 'NGO'],
  ['Tovholder samler svar fra alle inden næste møde', 'COORDINATION'],
  ['Pårørende inviteres til næste møde', 'COORDINATION'],
];

/** What a meeting decides. */
export const DECISIONS = [
  'Støtten fortsætter uændret til næste møde',
  'Der bevilges midlertidigt botilbud',
  'Praktikken sættes på pause',
  'Udskrivning planlægges med en uges varsel',
  'Der arbejdes med én kontaktperson på tværs',
  'Bostøtten udvides med to timer om ugen',
];

/** Where meetings are held. */
export const MEETING_PLACES = [
  'Hos borgeren',
  'Rådhuset, mødelokale 3',
  'Lokalpsykiatrien',
  'Værestedet i midtbyen',
  'Bostedets fællesrum',
  'Online',
];
