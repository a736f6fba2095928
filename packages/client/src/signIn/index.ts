export type { Browser, Keepsake } from './browser.js';
export { createSignIn, type SignIn, type SignInOptions } from './createSignIn.js';
export type { AuthorizationOptions } from './issuerClient.js';
export type { Session } from './session.js';
export { type GatewaySettings, readGatewaySettings, type SignInSettings } from './settings.js';
export { isSignInError, type SignInCode, type SignInError } from './signInError.js';
