import { ArgsType, Field, Int } from 'type-graphql';
import { kitError } from '../errors.js';
import { isId } from '../graph/id.js';

/** Items on a page when the caller does not say. */
const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;

/** The arguments of every list that can grow. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE, description: 'How many items, 1 to 100.' })
  first: number = DEFAULT_PAGE;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** A page request after checking: how many, and the id of the row to start behind. */
export interface PageRequest {
  readonly first: number;
  readonly afterId: string | null;
}

/** @throws PAGE_TOO_LARGE, INVALID_CURSOR; never shortens a page silently */
export function pageRequest({ first, after }: PageArguments): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE)
    throw kitError('PAGE_TOO_LARGE', { field: 'first' });
  if (after === undefined || after === null) return { first, afterId: null };
  return { first, afterId: decodeCursor(after) };
}

/** A cursor names a row and nothing of its content, so that it cannot tell what is withheld. */
export function encodeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function decodeCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!isId(id) || encodeCursor(id) !== cursor) throw kitError('INVALID_CURSOR', { field: 'after' });
  return id;
}
