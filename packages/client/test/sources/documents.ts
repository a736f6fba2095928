/** Documents as a front end has them, in each of the ways of writing one; a test makes the list of documents of this file. */
import { graphql } from '@sammen/client/graphql';
import { graphql as question } from '../../src/graphql/graphql';

const GOAL_LINE = graphql(`
  fragment GoalLine on PlanGoal {
    text
  }
`);

const PLAN_LINE = graphql(
  `
    fragment PlanLine on Plan {
      kind
      status
      goals {
        ...GoalLine
      }
    }
  `,
  [GOAL_LINE],
);

/** With a fragment, and one within it. */
export const PLANS = question(
  `
    query Plans($id: ID!) {
      # Somebody's remark is no part of a document.
      citizen(id: $id) { name plans(first: 2) { nodes { ...PlanLine } } }
    }
  `,
  [PLAN_LINE],
);

/** In one line. */
export const ME = graphql('query Me { me { id } }');

/** As text. */
export const NAME = /* GraphQL */ `
  query Name($id: ID!) {
    citizen(id: $id) {
      name
    }
  }
`;
