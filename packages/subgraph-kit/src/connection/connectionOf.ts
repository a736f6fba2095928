import type { DataCategory } from '@sammen/consent';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Consent, Public, Shareable } from '../graph/directives.js';
import { encodeCursor } from './pageArguments.js';

/** Where a page ends. */
@ObjectType({ description: 'Where a page ends and how to get the next.' })
@Shareable()
@Public()
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more items behind this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on an empty page.' })
  endCursor!: string | null;
}

/** One page of rows; the count is only made when somebody asks for it. */
export interface Page<Row> {
  /** Set when all rows belong to one citizen. */
  readonly citizenId?: string;
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly count: () => Promise<number> | number;
  /** The place of a row, where it is not simply its id. */
  readonly cursorOf?: (row: Row) => string;
}

/** What a connection class looks like to resolvers. */
export interface Connection<Row> {
  readonly nodes: readonly Row[];
}

/** The class of a connection and how to make one from a page. */
export interface ConnectionType<Row extends { id: string }> {
  new (): Connection<Row>;
  of(page: Page<Row>): Connection<Row>;
}

/**
 * Declares `<name>Connection` and `<name>Edge` over a node type. With a category the connection belongs to
 * one citizen and carries that label; with null it mixes citizens and its nodes are decided one by one.
 */
export function connectionOf<Row extends { id: string }>(
  Node: ClassType<Row> & Function,
  category: DataCategory | null,
  name: string = Node.name,
): ConnectionType<Row> {
  const Label = () => (category === null ? Public() : Consent(category));
  // A guarded field is nullable; a list that mixes citizens is never withheld as a whole.
  const nullable = category !== null;

  @ObjectType(`${name}Edge`, { description: `One ${name} and its place in the list.` })
  @Label()
  class Edge {
    @Field(() => String, { nullable, description: 'The place of this item; pass as `after`.' })
    cursor!: string;

    @Field(() => Node, { nullable: true, description: 'The item.' })
    node!: Row;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  @Label()
  class NodeConnection implements Connection<Row> {
    citizenId?: string;
    page!: Page<Row>;

    static of(page: Page<Row>): NodeConnection {
      const connection = Object.assign(new NodeConnection(), { page });
      if (page.citizenId !== undefined) connection.citizenId = page.citizenId;
      return connection;
    }

    @Field(() => [Node], { nullable, description: 'The items of this page.' })
    get nodes(): Row[] {
      return [...this.page.rows];
    }

    @Field(() => [Edge], { nullable, description: 'The items of this page with their places.' })
    get edges(): Edge[] {
      return this.page.rows.map((node) =>
        Object.assign(new Edge(), { citizenId: this.citizenId, cursor: this.cursorOf(node), node }),
      );
    }

    @Field(() => PageInfo, { nullable, description: 'Where this page ends.' })
    get pageInfo(): PageInfo {
      const last = this.page.rows.at(-1);
      return Object.assign(new PageInfo(), {
        hasNextPage: this.page.hasNextPage,
        endCursor: last === undefined ? null : this.cursorOf(last),
      });
    }

    private cursorOf(row: Row): string {
      return this.page.cursorOf?.(row) ?? encodeCursor(row.id);
    }

    @Field(() => Int, { nullable, description: 'How many items there are in all that you may see.' })
    totalCount(): Promise<number> | number {
      return this.page.count();
    }
  }
  return NodeConnection;
}
