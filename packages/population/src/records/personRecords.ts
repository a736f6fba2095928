/** A person is the seed of all their records: every sector's generator takes one and needs nothing else. */
import type { Key } from '../core/random.js';
import type { IsoDate } from '../core/time.js';
import type { Profile } from './profile.js';

/** Where somebody has lived, by municipality. Half-open days; the last one is open. */
export interface Residence {
  readonly id: string;
  readonly municipalityCode: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** A number that once stood for the person: a replacement number given where the CPR number was not known. Ten characters, letters possible. */
export interface FormerCpr {
  readonly number: string;
  readonly kind: 'REPLACEMENT';
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** A made-up address; the street exists nowhere. */
export interface Address {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** A synthetic citizen. */
export interface Person {
  readonly seed: number;
  readonly index: number;
  /** "Today" of this person's records. */
  readonly referenceDate: IsoDate;
  /** Citizen id in the graph. */
  readonly id: string;
  /** The subject of this citizen's own access tokens. */
  readonly actorId: string;
  /** Ten digits: a valid date and a serial 99xx (even for women); no modulus-11 check. Null for somebody known without one. */
  readonly cpr: string | null;
  readonly formerCprs: readonly FormerCpr[];
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: IsoDate;
  readonly gender: 'FEMALE' | 'MALE';
  /** Today's municipality, four digits. */
  readonly municipalityCode: string;
  /** Oldest first, without gaps; the last is today's. */
  readonly residences: readonly Residence[];
  readonly protectedAddress: boolean;
  readonly address: Address;
  /** E.164 in a range that no subscriber has (+45 0…). */
  readonly phone: string | null;
  readonly email: string | null;
  readonly deceasedOn: IsoDate | null;
  /** What the generators share about the person; not data of any sector. */
  readonly profile: Profile;
  /** Key of the person's random streams. */
  readonly key: Key;
}
