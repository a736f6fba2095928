/** Functioning, challenges and opportunities share one vocabulary, so that contributions of all sectors land on one map. */

/** Which part of the FFB vocabulary a theme belongs to. Only themes of activity and participation carry a functional level. */
export type FfbGroup = 'FUNCTIONS_AND_CONDITIONS' | 'ACTIVITY_AND_PARTICIPATION' | 'ENVIRONMENT';

/** A theme (life domain). */
export interface FfbTheme {
  /** The name used in this graph. */
  readonly key: FfbThemeKey;
  /** The FFB code. */
  readonly code: string;
  readonly da: string;
  readonly en: string;
  readonly group: FfbGroup;
}

const FUNCTIONS = 'FUNCTIONS_AND_CONDITIONS';
const ACTIVITY = 'ACTIVITY_AND_PARTICIPATION';

const ROWS = [
  ['MENTAL_FUNCTIONS', '25c5c614-305f-46cd-9891-55d564fc30cf', 'Mentale funktioner', 'Mental functions', FUNCTIONS],
  ['HEALTH', '4fb78b88-d3af-4cfb-84d7-f06daf423317', 'Sundhedsforhold', 'Health', FUNCTIONS],
  ['PHYSICAL_FUNCTIONS', 'a134c31d-d316-46d4-935e-e500874dbbe1', 'Fysiske funktioner', 'Physical functions', FUNCTIONS],
  ['SOCIAL_CONDITIONS', 'e1836145-0c20-4e20-971e-d62dfe4ea1a0', 'Sociale forhold', 'Social conditions', FUNCTIONS],
  ['RELATIONSHIPS', '3856b434-f72e-42a5-b9d1-0cc93f48434b', 'Relationer', 'Relationships', ACTIVITY],
  ['COMMUNICATION', 'c2b186f9-9c10-478e-8345-2d2c37ab4c46', 'Kommunikation', 'Communication', ACTIVITY],
  ['MOBILITY', 'd1495b2c-1452-4e49-8dbe-8193af5d8823', 'Mobilitet', 'Mobility', ACTIVITY],
  ['SELF_CARE', 'da3f488f-1742-4d00-b247-a7d47500b36b', 'Egenomsorg', 'Self-care', ACTIVITY],
  ['COMMUNITY_LIFE', 'dfbe6ff6-223b-436a-b864-8ba29bda41e2', 'Samfundsliv', 'Community life', ACTIVITY],
  ['PRACTICAL_TASKS', 'eef71492-65f5-4297-aa95-3c3a6866ddef', 'Praktiske opgaver', 'Practical tasks', ACTIVITY],
  ['SURROUNDINGS', '7445fb2b-0009-43d9-b49b-1b9782f2fcd9', 'Omgivelser', 'Surroundings', 'ENVIRONMENT'],
] as const;

/** The name of a theme in this graph. */
export type FfbThemeKey = (typeof ROWS)[number][0];

/**
 * The eleven themes used for functional descriptions and for the map of challenges and opportunities.
 * Source: KL, FFB (Fælles Faglige Begreber) code system `urn:oid:1.2.208.176.2.22`, version 20240530; English by Sammen.
 * Licence: published by KL for use in municipal and supplier systems.
 */
export const FFB_THEMES: readonly FfbTheme[] = ROWS.map(([key, code, da, en, group]) => ({ key, code, da, en, group }));

const byName = new Map<string, FfbTheme>(
  FFB_THEMES.flatMap((each) => [[each.key, each] as const, [each.code, each] as const]),
);

/** The theme with this key or FFB code, or null. */
export function ffbTheme(keyOrCode: string): FfbTheme | null {
  return byName.get(keyOrCode) ?? null;
}

/** A step on an FFB scale. `level` is null for "not assessed"; low is good. */
export interface FfbLevel {
  readonly key: string;
  readonly level: number | null;
  readonly code: string;
  readonly da: string;
  readonly en: string;
}

/** Functional level of a theme, 0–4. Same source and licence as {@link FFB_THEMES}. */
export const FUNCTIONAL_LEVELS = [
  {
    key: 'NONE',
    level: 0,
    code: 'b508ff66-6326-4862-a6d7-7bbf184c9823',
    da: 'Ingen nedsat funktionsevne',
    en: 'No impairment',
  },
  {
    key: 'MILD',
    level: 1,
    code: '8328ce4a-6238-4f73-bf1a-74aadb68eff8',
    da: 'Let nedsat funktionsevne',
    en: 'Mild impairment',
  },
  {
    key: 'MODERATE',
    level: 2,
    code: '5bdde847-2837-416b-ab63-bbff8b7aa531',
    da: 'Moderat nedsat funktionsevne',
    en: 'Moderate impairment',
  },
  {
    key: 'SEVERE',
    level: 3,
    code: 'cae545f5-2813-4d79-98fc-0a7d770af3cd',
    da: 'Svært nedsat funktionsevne',
    en: 'Severe impairment',
  },
  {
    key: 'COMPLETE',
    level: 4,
    code: '832ae90b-23b5-4063-80aa-0b81bdce680e',
    da: 'Fuldstændig nedsat funktionsevne',
    en: 'Complete impairment',
  },
  {
    key: 'NOT_ASSESSED',
    level: null,
    code: '1c327095-107f-4b96-88d0-ec562cb980be',
    da: 'Ikke vurderet',
    en: 'Not assessed',
  },
] as const satisfies readonly FfbLevel[];

/** Key of one of {@link FUNCTIONAL_LEVELS}. */
export type FunctionalLevelKey = (typeof FUNCTIONAL_LEVELS)[number]['key'];

/** Need of support of a case, 0–4. Same source and licence as {@link FFB_THEMES}. */
export const SUPPORT_NEEDS = [
  { key: 'NONE', level: 0, code: 'ae9f388a-91c3-46cf-af55-f81952f2977c', da: 'Intet støttebehov', en: 'No need' },
  { key: 'LOW', level: 1, code: 'dd628e73-d6c9-4837-a2b8-aa62d73bd6ae', da: 'Let støttebehov', en: 'Low need' },
  {
    key: 'MODERATE',
    level: 2,
    code: '401a397b-b3aa-4ca3-8b23-bd8f99dd3f76',
    da: 'Moderat støttebehov',
    en: 'Moderate need',
  },
  { key: 'HIGH', level: 3, code: 'b99a0790-4d70-4152-b149-3fe58b745583', da: 'Højt støttebehov', en: 'High need' },
  {
    key: 'COMPLETE',
    level: 4,
    code: 'e99763d6-6c43-4969-ad52-2b1a7055f9dc',
    da: 'Fuldstændigt støttebehov',
    en: 'Complete need',
  },
  {
    key: 'NOT_ASSESSED',
    level: null,
    code: '2254dac8-8aa3-4334-8502-9720194f49ad',
    da: 'Ikke vurderet',
    en: 'Not assessed',
  },
] as const satisfies readonly FfbLevel[];

/** Key of one of {@link SUPPORT_NEEDS}. */
export type SupportNeedKey = (typeof SUPPORT_NEEDS)[number]['key'];

/** What a goal aims at. Same source and licence as {@link FFB_THEMES}. */
export const GOAL_KINDS = [
  {
    key: 'DEVELOP',
    code: 'd41c8072-52f8-42b5-9375-ddbea454d27f',
    da: 'Udvikle funktionsevne',
    en: 'Develop functioning',
  },
  {
    key: 'MAINTAIN',
    code: '10752a63-00b4-4958-b7f4-9f3a18f74266',
    da: 'Fastholde funktionsevne',
    en: 'Maintain functioning',
  },
  {
    key: 'LIMIT_LOSS',
    code: 'e47c22bd-d88d-48ab-882b-419923e1f44e',
    da: 'Begrænse tab af funktionsevne',
    en: 'Limit loss of functioning',
  },
] as const;

/** Key of one of {@link GOAL_KINDS}. */
export type GoalKindKey = (typeof GOAL_KINDS)[number]['key'];
