/** Where the gateway's pages sign people in; the gateway itself signs in nobody and keeps no session. */
import { isDevelopmentIssuer } from '@sammen/identity';

/** What pages are told about signing in. */
export interface SignInConfig {
  /** Null: this installation has no sign-in for pages. */
  readonly signIn: {
    /** Address of the OpenID Connect issuer. */
    readonly issuer: string;
    /** Under which name it knows the pages: a public client. */
    readonly clientId: string;
    /** Scopes, separated by spaces. */
    readonly scope: string;
    /** The resource (RFC 8707) that tokens are asked for; null where the issuer knows none. */
    readonly resource: string | null;
    /** Where pages send people to end its own session; null: to where the issuer says, with a form that holds the ID token. */
    readonly endSession: string | null;
  } | null;
  /** `DEVELOPMENT`: whoever signs in is made up. */
  readonly issuerKind: 'DEVELOPMENT' | 'CONFIGURED';
}

type ReadKey = <T>(name: string, what: string, read: (text: string) => T | undefined) => T;

const PRINTABLE = /^[\x21-\x7e]{1,500}$/;
const SCOPES = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/;

/** Reads the keys of signing in; `tokenIssuer` is whose tokens count. */
export function readSignIn(key: ReadKey, tokenIssuer: string | undefined): SignInConfig {
  const issuer = key('SIGN_IN_ISSUER', 'an http(s) address without query, or none', orNone(issuerIn));
  const clientId = key('SIGN_IN_CLIENT_ID', 'a name', (text) => (PRINTABLE.test(text) ? text : undefined));
  const scope = key('SIGN_IN_SCOPE', 'scopes separated by spaces, openid among them', scopeIn);
  const resource = key('SIGN_IN_RESOURCE', 'an absolute URI without fragment, or none', orNone(resourceIn));
  const endSession = key('SIGN_IN_END_SESSION', 'post, or an http(s) address', endSessionIn);
  return {
    signIn: issuer === null ? null : { issuer, clientId, scope, resource, endSession },
    issuerKind: isDevelopmentIssuer(tokenIssuer ?? '') ? 'DEVELOPMENT' : 'CONFIGURED',
  };
}

function orNone<T>(read: (text: string) => T | undefined): (text: string) => T | null | undefined {
  return (text) => (text === 'none' ? null : read(text));
}

function issuerIn(text: string): string | undefined {
  if (!PRINTABLE.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && search + hash + username + password === '' ? text : undefined;
}

/** Whoever wrote the address knows what the issuer wants to be asked there. */
function endSessionIn(text: string): string | null | undefined {
  if (text === 'post') return null;
  return PRINTABLE.test(text) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}

function scopeIn(text: string): string | undefined {
  return SCOPES.test(text) && text.split(' ').includes('openid') ? text : undefined;
}

function resourceIn(text: string): string | undefined {
  return PRINTABLE.test(text) && URL.canParse(text) && !text.includes('#') ? text : undefined;
}
