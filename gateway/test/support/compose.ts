/** Composes subgraphs of a test into a supergraph. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export function compose(subgraphs: readonly { name: string; url: string; typeDefs: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: parse(typeDefs) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
