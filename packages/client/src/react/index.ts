/** The client in React: small enough to be read, and copied, as an example. */
export { useAsk, type Asked } from './useAsk.js';
