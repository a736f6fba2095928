/** A page of a list, in the shape of the graph's connections. */
import { getNullableType, type GraphQLOutputType, isObjectType } from 'graphql';

/** Whether a type is a connection. */
export function isConnection(type: GraphQLOutputType): boolean {
  const named = getNullableType(type);
  return isObjectType(named) && 'nodes' in named.getFields() && 'pageInfo' in named.getFields();
}

const MOST = 100;
const cursorOf = (at: number): string => Buffer.from(`mock:${at}`).toString('base64url');

/** The page that `first` and `after` ask for; filters are not looked at. */
export function pageOf(list: readonly unknown[], args: Readonly<Record<string, unknown>>) {
  const { first, after } = args;
  const start = typeof after === 'string' ? Number(Buffer.from(after, 'base64url').toString().slice(5)) + 1 || 0 : 0;
  const size = Math.min(MOST, Math.max(0, typeof first === 'number' ? first : 20));
  const nodes = list.slice(start, start + size);
  const edges = nodes.map((node, at) => ({ cursor: cursorOf(start + at), node }));
  const pageInfo = { hasNextPage: start + size < list.length, endCursor: edges.at(-1)?.cursor ?? null };
  return { nodes, edges, pageInfo, totalCount: list.length };
}
