import type { DataCategory, WithheldView } from '@sammen/consent';
import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

/** One entry of `extensions.consent.withheld`: what was held back where, and what the actor can do about it. */
export interface WithheldEntry extends WithheldView {
  readonly path: readonly (string | number)[];
  /** `Type.field` of the schema. */
  readonly coordinate: string;
  readonly category: DataCategory;
}

/** Collects what one request withholds. */
export interface WithheldList {
  /** `index`: the place in the list that the field returns, when one item of it is withheld. */
  add(info: GraphQLResolveInfo, view: WithheldView, index?: number): void;
  readonly entries: readonly WithheldEntry[];
}

/** An empty list for a new request. */
export function createWithheldList(): WithheldList {
  const entries: WithheldEntry[] = [];
  return {
    entries,
    add(info, view, index) {
      const path = responsePathAsArray(info.path);
      entries.push({
        path: index === undefined ? path : [...path, index],
        coordinate: `${info.parentType.name}.${info.fieldName}`,
        ...view,
      });
    },
  };
}
