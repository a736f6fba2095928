import { startOfDay, dayOf } from '@sammen/subgraph-kit';
import type { ReportedRelation } from '@sammen/subgraph-kit';
import { addMonths } from '../days.js';
import type { PeerWish } from '../model/peerWish.js';

/** How long an NGO may look for a mentor before the citizen has to say again that they want one. */
const WISH_MONTHS = 12;

/**
 * A citizen who turns to an NGO for a mentor makes a relation to it: a match that names nobody yet, so it is evidence
 * for that NGO's coordinators alone. It ends at once when the wish is taken back.
 */
export function wishRelation({ id, organisationId, wishedAt, withdrawnAt }: PeerWish): ReportedRelation {
  return {
    id,
    kind: 'MENTOR_MATCH',
    organisationId,
    unitId: null,
    actorId: null,
    planKind: null,
    validFrom: wishedAt.getTime(),
    validTo: withdrawnAt?.getTime() ?? startOfDay(addMonths(dayOf(wishedAt), WISH_MONTHS)),
  };
}
