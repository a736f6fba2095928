/** What is said to the graph when a citizen chooses in a cell: always to a role in an organisation, and for one kind of data. */
import { sectorOf } from '../data/sections.js';
import type { BlockInput, Category, ConsentInput, Purpose, Recipient } from '../graph/types.js';
import type { InputOf } from '../graph/useChange.js';

/** What a choice is about. */
export interface Chosen {
  readonly recipient: Recipient;
  readonly category: Category;
  readonly purposes: readonly Purpose[];
}

/** What every choice says. Sent again, it is the same choice. */
const choice = ({ recipient: { role, organisation }, category, purposes }: Chosen) => ({
  recipients: [{ role: role!, organisationId: organisation!.id }],
  categories: [category],
  purposes: [...purposes],
  sources: [],
  form: 'DIGITAL' as const,
  consequencesExplained: true,
  idempotencyKey: crypto.randomUUID(),
});

/** A consent, under the law that fits the data and the purposes; `lifts` are the blocks that it knowingly goes before. */
export function consentInput(chosen: Chosen, validTo: string, lifts: readonly string[]): InputOf<ConsentInput> {
  return { ...choice(chosen), validTo, legalBasis: legalBasis(chosen), lifts: [...lifts] };
}

function legalBasis({ category, purposes }: Chosen): ConsentInput['legalBasis'] {
  const isOnly = (purpose: Purpose) => purposes.every((each) => each === purpose);
  if (sectorOf(category) !== 'PSYCHIATRY') return isOnly('PEER_SUPPORT') ? 'PEER_SUPPORT' : 'SOCIAL_DATA';
  return isOnly('TREATMENT') ? 'HEALTH_DATA_FOR_TREATMENT' : 'HEALTH_DATA_OTHER_PURPOSE';
}

/** A block without an end; `declines` also says no to a law that lets one. */
export function blockInput(chosen: Chosen, declines: string | null): InputOf<BlockInput> {
  return { ...choice(chosen), declines };
}
