/** Asks the Sammen graph from a front end. Runs in browsers and in Node, and imports nothing else of this project. */
export * from './answer.js';
export * from './createSammenClient.js';
export { canonicalText, type AnyDocument, type TypedDocument } from './document.js';
export { CLIENT_ERRORS, clientError, type ClientErrorCode, SammenClientError } from './errors.js';
export { RETRYABLE_CODES, type Failure } from './failure.js';
export * from './fieldState.js';
export type { Path, PathPart, ValueAt } from './path.js';
export type { Fetch } from './sendOnce.js';
export * from './vocabulary.js';
