/** The issuer's pages in Danish. */
import type { Texts } from './texts.js';

export const da: Texts = {
  language: 'Dansk',
  signInTitle: 'Log ind på Sammen',
  developmentOnly: 'Kun til udvikling',
  noPassword:
    'Alle her er opdigtede, så ingen har en adgangskode: vælg, hvem du vil være. I en installation for rigtige mennesker er denne side deres egen log ind-tjeneste.',
  choose: 'Vælg en person',
  signInAs: 'Log ind som',
  cancel: 'Fortryd',
  signOutTitle: 'Log ud af Sammen',
  signOutQuestion:
    'Vil du logge ud? Du bliver logget ud i alle browsere, og det gør den, der bruger din session et andet sted, også.',
  signOut: 'Log ud alle steder',
  staySignedIn: 'Luk siden, hvis du vil forblive logget ind.',
  signedOutTitle: 'Du er logget ud',
  signedOut: 'Du er logget ud i alle browsere. Du kan lukke siden.',
  errorTitle: 'Det lykkedes ikke',
  errorText:
    'Log ind blev ikke startet af en side, der er kendt her, det tog for lang tid, eller det er allerede gjort.',
  errorNext: 'Gå tilbage til den side, du kom fra, og log ind igen.',
  errorCode: 'Kode',
  roles: {
    CITIZEN: 'Borger',
    GUARDIAN: 'Værge',
    PSYCHIATRIST: 'Psykiater',
    WARD_NURSE: 'Sygeplejerske på sengeafsnit',
    SOCIAL_WORKER: 'Socialrådgiver',
    HOUSING_OFFICER: 'Boligsagsbehandler',
    JOB_CONSULTANT: 'Jobkonsulent',
    KEY_MANAGER: 'Tovholder',
    MENTOR: 'Mentor',
    VOLUNTEER: 'Frivillig',
    NGO_COORDINATOR: 'Koordinator i en forening',
    LEADER: 'Leder',
    ANALYST: 'Analytiker',
    DATA_PROTECTION_OFFICER: 'Databeskyttelsesrådgiver',
  },
  personas: {
    citizen: 'Borgeren: ser alt om sig selv, hvem der må se hvad, og hvem der har kigget.',
    guardian: 'Værge for en anden borger i spørgsmål om penge og bolig; fuldmagten rækker ikke længere.',
    psychiatrist: 'Psykiater i Esbjerg; behandler borgere fra fem kommuner.',
    'ward-nurse': 'Sygeplejerske på sengeafsnit 1 i Esbjerg; ser dem, der er indlagt dér.',
    'social-worker': 'Socialrådgiver i Esbjerg med egne sager om kommunal støtte.',
    'housing-officer': 'Behandler sager om bolig og boligstøtte i Esbjerg.',
    'job-consultant': 'Jobkonsulent i Esbjerg.',
    'key-manager':
      'Tovholder i de mest sammensatte sager i Esbjerg; ser alle sektorer, så langt borgeren tillader det.',
    mentor: 'Mentor med egne erfaringer; ser sine egne mentorforløb.',
    volunteer: 'Frivillig; ser sine egne besøg og meget lidt andet.',
    'ngo-coordinator': 'Finder mentorer og frivillige til borgere.',
    leader: 'Leder i Esbjerg med mandat til at beslutte på møder.',
    analyst: 'Arbejder med tal; ser aldrig en borger.',
    'data-protection-officer':
      'Holder øje med, at reglerne bliver fulgt i Region Syddanmark: gennemgår nødadgange, og hvem der har kigget.',
    outsider: 'Socialrådgiver i København uden relation til nogen her.',
  },
};
