/** What the planner changed in a fetch so that it can be asked at all, and what is put back in the answer. */
import type { FetchDataRewrite } from '@apollo/query-planner';
import type { Json, Path } from './steps.js';
import type { TypeTest } from './typeTest.js';

const FRAGMENT = '... on ';

interface Rewrite {
  /** Field names and type conditions down to the object that is changed. */
  readonly parents: readonly { readonly field?: string; readonly condition?: string }[];
  /** The names on the way to the field, conditions left out, and the field's own. */
  readonly names: readonly string[];
  readonly field: string;
  readonly renameTo?: string;
  readonly value?: unknown;
}

/** Applies all rewrites to data, in place; `typeName`: what the outermost object is, if it does not say so. Null for none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  isA: TypeTest,
): ((data: Json, typeName: unknown) => void) | null {
  const compiled = (rewrites ?? []).map(compile);
  if (compiled.length === 0) return null;
  return (data, typeName) => {
    for (const rewrite of compiled) apply(data, typeName, rewrite, 0);
  };

  function apply(at: unknown, typeName: unknown, rewrite: Rewrite, depth: number): void {
    if (Array.isArray(at)) {
      for (const item of at) apply(item, undefined, rewrite, depth);
      return;
    }
    if (typeof at !== 'object' || at === null) return;
    const object = at as Json;
    const step = rewrite.parents[depth];
    if (!step) return change(object, rewrite);
    if (step.field !== undefined) {
      if (Object.hasOwn(object, step.field)) apply(object[step.field], undefined, rewrite, depth + 1);
      return;
    }
    const own = object['__typename'] ?? typeName;
    // An object that does not say what it is was asked for under this condition only.
    if (own === undefined || isA(own, step.condition!)) apply(object, own, rewrite, depth + 1);
  }
}

function change(object: Json, { field, renameTo, value }: Rewrite): void {
  if (renameTo === undefined) {
    object[field] = value;
    return;
  }
  if (!Object.hasOwn(object, field)) return;
  Object.defineProperty(object, renameTo, {
    value: object[field],
    configurable: true,
    enumerable: true,
    writable: true,
  });
  delete object[field];
}

/** The same for paths that point into the data: renames only. */
export function compilePathRewrites(rewrites: readonly FetchDataRewrite[] | undefined): (path: Path) => Path {
  const renames = (rewrites ?? []).map(compile).filter(({ renameTo }) => renameTo !== undefined);
  if (renames.length === 0) return (path) => path;
  return (path) => renames.reduce(renamed, path);
}

function renamed(path: Path, { names, renameTo }: Rewrite): Path {
  let met = 0;
  return path.map((part) => {
    if (typeof part !== 'string' || met >= names.length) return part;
    if (part !== names[met]) {
      met = names.length;
      return part;
    }
    met += 1;
    return met === names.length ? renameTo! : part;
  });
}

function compile(rewrite: FetchDataRewrite): Rewrite {
  const parts = rewrite.path.map((part) =>
    part.startsWith(FRAGMENT) ? { condition: part.slice(FRAGMENT.length) } : { field: part },
  );
  const { field } = parts.at(-1) as { field: string };
  const names = parts.flatMap((part) => ('field' in part && part.field !== undefined ? [part.field] : []));
  const what = rewrite.kind === 'KeyRenamer' ? { renameTo: rewrite.renameKeyTo } : { value: rewrite.setValueTo };
  return { parents: parts.slice(0, -1), names, field, ...what };
}
