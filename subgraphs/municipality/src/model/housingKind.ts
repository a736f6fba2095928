import { codeEnum } from '@sammen/subgraph-kit';
import type { SocialAct } from './codes.js';

/** How somebody lives; a residence is granted under a paragraph, a home of one's own is not. */
interface HousingKindRow {
  readonly da: string;
  readonly en: string;
  /** Act and paragraph of a residence; undefined for a home of one's own and for none. */
  readonly law?: readonly [act: SocialAct, paragraph: string];
}

const ROWS = {
  OWN_DWELLING: { da: 'egen bolig', en: 'A dwelling of their own' },
  WITH_FAMILY: { da: 'hos familie eller venner', en: 'With family or friends' },
  SUPPORTED_DWELLING: { da: 'støttet almen bolig', en: 'A supported dwelling', law: ['ALMENBOLIG', '105'] },
  TEMPORARY_RESIDENCE: { da: 'midlertidigt botilbud', en: 'A temporary residence', law: ['SEL', '107'] },
  LONG_TERM_RESIDENCE: { da: 'længerevarende botilbud', en: 'A long-term residence', law: ['SEL', '108'] },
  CRISIS_CENTRE: { da: 'krisecenter', en: 'A crisis centre', law: ['SEL', '109'] },
  HOMELESS_RESIDENCE: { da: 'herberg', en: 'A residence for the homeless', law: ['SEL', '110'] },
  HOMELESS: { da: 'hjemløs', en: 'No home' },
} as const satisfies Record<string, HousingKindRow>;

export type HousingKind = keyof typeof ROWS;

/** How somebody lives. */
export const HousingKind = codeEnum<HousingKind>(
  'HousingKind',
  'How somebody lives (boform).',
  (Object.keys(ROWS) as HousingKind[]).map((code) => ({ code, da: ROWS[code].da, en: ROWS[code].en })),
);

/** The act and paragraph of a residence, or null where there is none. */
export function lawOfHousing(kind: HousingKind): readonly [act: SocialAct, paragraph: string] | null {
  return (ROWS[kind] as HousingKindRow).law ?? null;
}
