/** What is said to the graph when a citizen chooses: always to a role in an organisation, and for one kind of data. */
import { sectorOf } from '../data/sections.js';
import type { BlockInput, Category, Choice, ConsentInput, Purpose, Recipient } from '../graph/types.js';

/** What a choice from a cell is about. */
export interface Chosen {
  readonly citizenId: string;
  readonly recipient: Recipient;
  readonly category: Category;
  readonly purposes: readonly Purpose[];
}

const recipients = ({ role, organisation }: Recipient) => [{ role: role!, organisationId: organisation!.id }];

/** A consent, under the law that fits the data and the purposes; `lifts` are the blocks that it knowingly goes before. */
export function consentInput(chosen: Chosen, validTo: string, lifts: readonly string[]): ConsentInput {
  const { citizenId, recipient, category, purposes } = chosen;
  return {
    citizenId,
    recipients: recipients(recipient),
    categories: [category],
    purposes: [...purposes],
    sources: [],
    form: 'DIGITAL',
    consequencesExplained: true,
    validTo,
    legalBasis: legalBasis(category, purposes),
    lifts: [...lifts],
    idempotencyKey: crypto.randomUUID(),
  };
}

function legalBasis(category: Category, purposes: readonly Purpose[]): ConsentInput['legalBasis'] {
  if (sectorOf(category) === 'PSYCHIATRY')
    return purposes.every((purpose) => purpose === 'TREATMENT')
      ? 'HEALTH_DATA_FOR_TREATMENT'
      : 'HEALTH_DATA_OTHER_PURPOSE';
  return purposes.every((purpose) => purpose === 'PEER_SUPPORT') ? 'PEER_SUPPORT' : 'SOCIAL_DATA';
}

/** A block without an end; `declines` also says no to a law that lets one. */
export function blockInput({ citizenId, recipient, category, purposes }: Chosen, declines: string | null): BlockInput {
  return {
    citizenId,
    recipients: recipients(recipient),
    categories: [category],
    purposes: [...purposes],
    sources: [],
    form: 'DIGITAL',
    consequencesExplained: true,
    declines,
    idempotencyKey: crypto.randomUUID(),
  };
}

/** The choice without one kind of data; what else it says stays. */
export function narrowed(citizenId: string, { id, version, categories }: Choice, category: Category) {
  return {
    citizenId,
    consentId: id,
    version: version!,
    categories: (categories ?? []).filter((each) => each !== category),
  };
}
