/** Every text of the issuer's pages has a name; each language has all of them. */
import type { Role } from '@sammen/consent';
import type { PersonaName } from '@sammen/population';

/** The texts of one language. */
export interface Texts {
  /** The language's own name. */
  readonly language: string;
  readonly signInTitle: string;
  readonly developmentOnly: string;
  readonly noPassword: string;
  readonly choose: string;
  readonly signInAs: string;
  readonly cancel: string;
  readonly signOutTitle: string;
  readonly signOutQuestion: string;
  readonly signOut: string;
  readonly staySignedIn: string;
  readonly signedOutTitle: string;
  readonly signedOut: string;
  readonly errorTitle: string;
  readonly errorText: string;
  readonly errorNext: string;
  readonly errorCode: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly personas: Readonly<Record<PersonaName, string>>;
}

/** A language of the pages. */
export type Language = 'da' | 'en';
