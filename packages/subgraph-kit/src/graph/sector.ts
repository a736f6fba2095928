import type { Sector as SectorCode } from '@sammen/consent';
import { codeEnum } from './codeEnum.js';

/** Whose data it is, and who answers for an effort. */
export const Sector = codeEnum<SectorCode>('Sector', 'A sector (sektor): whose data it is and who is responsible.', [
  { code: 'PSYCHIATRY', da: 'regionens psykiatri', en: 'Psychiatry, run by the region' },
  { code: 'MUNICIPALITY', da: 'kommunen', en: 'The municipality' },
  { code: 'NGO', da: 'civilsamfundet', en: 'Organisations of civil society' },
  { code: 'COORDINATION', da: 'den tværsektorielle koordinering', en: 'Coordination across sectors' },
  { code: 'CITIZEN', da: 'borgeren selv', en: 'The citizen' },
]);
export type Sector = SectorCode;
