import type { RequestLife } from './requestLife.js';
import { SubgraphUnavailable } from './subgraphUnavailable.js';

/** Nothing is begun for a request that has ended. @throws SubgraphUnavailable LATE or GONE */
export function assertAlive({ ended }: RequestLife): void {
  if (ended === null) return;
  throw ended === 'LATE' ? new SubgraphUnavailable('LATE', 'not begun') : new SubgraphUnavailable('GONE', 'not begun');
}
