/** An operation with generated types: what it is asked with, and what may be read of its answer. */
import { type Answer, fieldState, type SammenClient } from '@sammen/client';
import { graphql } from './gql/gql.js';
import type { OverviewQuery } from './gql/graphql.js';

/** The citizen's name and their plans. */
export const OVERVIEW = graphql(`
  query Overview($id: ID!) {
    citizen(id: $id) {
      name
      plans(first: 2) {
        totalCount
        nodes {
          ...PlanLine
        }
      }
    }
  }
`);

/** Read with each plan. */
export const PLAN_LINE = graphql(`
  fragment PlanLine on Plan {
    kind
    status
  }
`);

/** Asks, with or without the texts: in production documents go by their hash. */
export async function overview(client: SammenClient, id: string): Promise<string> {
  const answer: Answer<OverviewQuery> = await client.ask(OVERVIEW, { id });
  const name = fieldState(answer, ['citizen', 'name']);
  const total = fieldState(answer, ['citizen', 'plans', 'totalCount']);
  const plans: number = total.state === 'value' ? total.value : 0;
  return name.state === 'value' ? `${name.value}: ${plans} plans` : name.state;
}
