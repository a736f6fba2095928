/** Lists of documents, for whoever builds a front end. */
export { createManifest, type Manifest, type SourceDocument } from './createManifest.js';
