import { codeEnum } from '@sammen/subgraph-kit';

/** What a dwelling has, as far as the right to housing benefit depends on it. */
export const DwellingKind = codeEnum('DwellingKind', 'What a dwelling has, as housing benefit asks (boligtype).', [
  { code: 'OWN_KITCHEN', da: 'eget køkken med vand og afløb', en: 'A kitchen of its own with water and drain' },
  { code: 'COLLECTIVE', da: 'kollektivt bofællesskab', en: 'A collective dwelling with a shared kitchen' },
  { code: 'SINGLE_ROOM', da: 'enkeltværelse', en: 'A single room' },
  { code: 'NO_KITCHEN', da: 'uden eget køkken', en: 'No kitchen of its own' },
]);
export type DwellingKind = keyof typeof DwellingKind;

/** Dwellings for which housing benefit can be granted. */
export const ELIGIBLE_DWELLINGS: readonly DwellingKind[] = ['OWN_KITCHEN', 'COLLECTIVE'];
