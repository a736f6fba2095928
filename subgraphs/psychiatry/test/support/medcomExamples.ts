/**
 * MedCom's own example messages (CC0), read from where they lie beside the project when they do, and what each episode
 * in them truly is: worked out by hand from the messages, before any code told it. Times are in UTC.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { told } from './telling.js';

const FOLDER = resolve(__dirname, '../../../../../shared/data/medcom-hospitalnotification');

/** Where the examples are; null where they are not. */
export const EXAMPLES = existsSync(FOLDER) ? FOLDER : null;

/** Whom they are about: MedCom's test person. */
export const TEST_PERSON_CPR = '2509479989';

/** Names and texts of all examples. */
export function readExamples(): readonly { readonly name: string; readonly text: string }[] {
  if (EXAMPLES === null) return [];
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
}

const LOCAL = 'https://sor2.sum.dsdn.dk/#id=265161000016000|';
const HOSPITAL = 'Hjerteafdelingen på Herlev og Gentofte hospital';
const ADMITTED = 'ADMITTED 03-01 11:00';

/** One episode, the files about it, and its story. */
export interface ExampleEpisode {
  readonly name: string;
  readonly episode: string;
  readonly files: readonly string[];
  readonly story: ReturnType<typeof told>;
}

/** All eight of them. */
export const EXAMPLE_EPISODES: readonly ExampleEpisode[] = [
  {
    name: 'A: admitted',
    episode: `${LOCAL}82873e50-325e-4016-8a68-2934bdb2f66d`,
    files: ['STIN_A'],
    story: { stay: 'INPATIENT ADMITTED 03-01 11:00–', leaves: [], history: [ADMITTED], at: HOSPITAL },
  },
  {
    name: 'D: in the emergency department',
    episode: `${LOCAL}c1280ebe-676b-480f-b27c-545972b4888e`,
    files: ['STAA_D'],
    story: { stay: 'EMERGENCY ADMITTED 02-28 09:00–', leaves: [], history: ['ADMITTED 02-28 09:00'], at: HOSPITAL },
  },
  {
    name: 'F: on leave',
    episode: `${LOCAL}49a2b22b-f628-4468-9ba9-b6c0db4a6871`,
    files: ['STIN_F', 'STOR_F'],
    story: {
      stay: 'INPATIENT ON_LEAVE 03-01 11:00–',
      leaves: ['03-03 13:00–'],
      history: [ADMITTED, 'LEAVE_STARTED 03-03 13:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'G: back from leave',
    episode: `${LOCAL}04675bbd-c540-4545-924c-1fa79b64535c`,
    files: ['STIN_G', 'STOR_G', 'SLOR_G'],
    story: {
      stay: 'INPATIENT ADMITTED 03-01 11:00–',
      leaves: ['03-03 13:00–03-05 14:30'],
      history: [ADMITTED, 'LEAVE_STARTED 03-03 13:00', 'LEAVE_ENDED 03-05 14:30'],
      at: HOSPITAL,
    },
  },
  {
    name: 'H: discharged',
    episode: `${LOCAL}d3d03544-f116-4070-a823-d5c64e6a7c46`,
    files: ['STIN_H', 'SLHJ_H'],
    story: {
      stay: 'INPATIENT DISCHARGED 03-01 11:00–03-07 08:45',
      leaves: [],
      history: [ADMITTED, 'DISCHARGED 03-07 08:45'],
      at: HOSPITAL,
    },
  },
  {
    name: 'N: cancelled, an admission that never was',
    episode: `${LOCAL}5a6c371c-cc13-417e-a5c5-f65ee8bad8e1`,
    files: ['STIN_N', 'AN_STIN_N'],
    story: {
      stay: 'INPATIENT CANCELLED 03-01 11:00–',
      leaves: [],
      history: [ADMITTED, 'CANCELLED ADMITTED 03-01 13:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'O: admitted four hours earlier than first said',
    episode: `${LOCAL}01a37861-3f08-4c3f-b70d-ddec2527f858`,
    files: ['STIN_O', 'RE_STIN_O'],
    story: {
      stay: 'INPATIENT ADMITTED 03-01 07:00–',
      leaves: [],
      history: [ADMITTED, 'CORRECTED ADMITTED 03-01 07:00'],
      at: HOSPITAL,
    },
  },
  {
    name: 'LPR3: admitted, under an identifier of the national register',
    episode: 'https://www.esundhed.dk/Registre/Landspatientregisteret|urn:uuid:15d54a58-507e-40ec-b5ce-9c4df248d842',
    files: ['TEK_ID_LPR3'],
    story: { stay: 'INPATIENT ADMITTED 03-01 11:00–', leaves: [], history: [ADMITTED], at: HOSPITAL },
  },
];
