/** Who can be responsible for what was agreed. */
export const SECTOR_KINDS = [
  { code: 'HEALTH', da: 'Sundhedsvæsen', en: 'Health care' },
  { code: 'SOCIAL', da: 'Socialområdet', en: 'Social services' },
  { code: 'EMPLOYMENT', da: 'Beskæftigelse', en: 'Employment' },
  { code: 'NGO', da: 'Civilsamfund', en: 'Civil society' },
] as const;
