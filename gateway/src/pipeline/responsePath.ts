/** The planner's own aliases never reach a client: a path names what the client asked for. */
import { Kind, visit, type DocumentNode } from 'graphql';
import type { Path } from '../execution/marks.js';

const PLANNERS_ALIAS = /^(.+)__alias_\d+$/;

/** Rewrites `name__alias_0`, which the planner uses where two selections would clash, to `name`. */
export function responsePath(path: Path, document: DocumentNode): Path {
  const suspicious = path.some((part) => typeof part === 'string' && PLANNERS_ALIAS.test(part));
  if (!suspicious) return path;
  const own = responseNames(document);
  return path.map((part) => {
    const name = typeof part === 'string' && !own.has(part) ? PLANNERS_ALIAS.exec(part)?.[1] : undefined;
    return name ?? part;
  });
}

function responseNames(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { [Kind.FIELD]: (field) => void names.add((field.alias ?? field.name).value) });
  return names;
}
