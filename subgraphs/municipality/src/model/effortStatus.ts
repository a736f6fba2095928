import { codeEnum, today } from '@sammen/subgraph-kit';

/** Where an effort stands follows from its days alone, so that it can never contradict them. */
export const EffortStatus = codeEnum('EffortStatus', 'Where an effort stands (status på indsats).', [
  { code: 'PLANNED', da: 'bevilget, ikke begyndt', en: 'Granted, not yet begun' },
  { code: 'ACTIVE', da: 'i gang', en: 'Going on' },
  { code: 'ENDED', da: 'afsluttet', en: 'Ended' },
]);
export type EffortStatus = keyof typeof EffortStatus;

/** Half-open days: an effort goes on from `validFrom` until the day before `validTo`. */
export interface Period {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Where a period stands on a day, today unless told otherwise. */
export function effortStatus({ validFrom, validTo }: Period, day: string = today()): EffortStatus {
  if (validTo !== null && validTo <= day) return 'ENDED';
  return validFrom > day ? 'PLANNED' : 'ACTIVE';
}
