/** Joins the subgraphs' schemas into one graph, or says subgraph by subgraph why they do not fit. INVARIANT I-9 */
import { composeServices } from '@apollo/composition';
import { checkLabelsAcross } from '@sammen/consent-directive';
import { parse } from 'graphql';
import type { SubgraphSchema } from './schemas.js';

/** The composed graph, or every reason why there is none. */
export type Composition =
  | { readonly supergraph: string; readonly hints: readonly string[]; readonly problems?: undefined }
  | { readonly problems: readonly string[]; readonly supergraph?: undefined; readonly hints?: undefined };

/** Composes; the same schemas always give the same text, whatever their order. */
export function composeSchemas(schemas: readonly SubgraphSchema[]): Composition {
  const sorted = schemas.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const broken = checkLabelsAcross(sorted.map(({ name, sdl }) => ({ name, schema: sdl })));
  if (broken.length > 0)
    return { problems: broken.map(({ subgraph, coordinate, message }) => `[${subgraph}] ${coordinate}: ${message}`) };
  const result = composeServices(sorted.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors !== undefined) return { problems: result.errors.map(({ message }) => message) };
  return { supergraph: result.supergraphSdl, hints: result.hints.map(String) };
}
