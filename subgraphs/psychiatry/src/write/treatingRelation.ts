import type { ReportedRelation } from '@sammen/subgraph-kit';
import type { Admission } from '../model/admission.js';

/** How long the ward still needs the record after discharge, for letters and calls about the stay. */
export const AFTERCARE_DAYS = 30;

/** The care relation that a stay is evidence of; null when the treating unit is not known here. */
export function treatingRelation(admission: Admission): ReportedRelation | null {
  if (admission.unitId === null) return null;
  const [organisationId = ''] = admission.unitId.split('/');
  const cancelled = admission.status === 'CANCELLED';
  const ended = admission.endedAt?.getTime() ?? null;
  return {
    id: admission.id,
    kind: 'TREATING_UNIT',
    organisationId,
    unitId: admission.unitId,
    actorId: null,
    planKind: null,
    validFrom: admission.startedAt.getTime(),
    validTo: cancelled ? admission.startedAt.getTime() : ended === null ? null : ended + AFTERCARE_DAYS * 86_400_000,
  };
}
