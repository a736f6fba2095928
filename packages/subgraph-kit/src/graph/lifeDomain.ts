import { FFB_THEMES, type FfbThemeKey } from '@sammen/reference-data';
import { registerEnumType } from 'type-graphql';

/** The domains of life of the Danish VUM method, shared by functional descriptions and the map of a case. */
export const LifeDomain = Object.fromEntries(FFB_THEMES.map(({ key }) => [key, key])) as Record<
  FfbThemeKey,
  FfbThemeKey
>;
export type LifeDomain = FfbThemeKey;

registerEnumType(LifeDomain, {
  name: 'LifeDomain',
  description: 'A domain of life (tema), as in the Danish VUM method.',
  valuesConfig: Object.fromEntries(FFB_THEMES.map(({ key, da, en }) => [key, { description: `${en} (${da}).` }])),
});
