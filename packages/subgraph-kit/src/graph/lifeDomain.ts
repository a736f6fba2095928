import { FFB_THEMES, type FfbThemeKey } from '@sammen/reference-data';
import { codeEnum } from './codeEnum.js';

/** The domains of life of the Danish VUM method, shared by functional descriptions and the map of a case. */
export const LifeDomain = codeEnum(
  'LifeDomain',
  'A domain of life (tema), as in the Danish VUM method.',
  FFB_THEMES.map(({ key, da, en }) => ({ code: key, da, en })),
);
export type LifeDomain = FfbThemeKey;
