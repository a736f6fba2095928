/** What else the page asks: each document knows its types from the graph, so a field that is not there does not compile. */
import { graphql } from '@sammen/client/graphql';

/** Whose page it is: the one who signed in, or whom a representative acts for. */
export const WHO = graphql(`
  query Who {
    me {
      id
      name
    }
    citizens(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

/** Who may see what and why, and what I have chosen. */
export const ACCESS = graphql(`
  query Access($id: ID!) {
    citizen(id: $id) {
      whoMaySee {
        role
        related
        organisation {
          id
          name
        }
        data {
          category
          grounds {
            purpose
            kind
            law
            choiceIds
            everybody
          }
        }
      }
      consents {
        id
        version
        effect
        categories
        purposes
        lifts
        declines
        validTo
        withdrawnAt
        lapsesSoon
        lapsesInDays
        recipients {
          organisationId
          unitId
          role
          actorId
        }
      }
    }
  }
`);

/** Requests that wait for my answer, in a language. */
export const REQUESTS = graphql(`
  query Requests($id: ID!, $language: Language!) {
    citizen(id: $id) {
      consentRequests(first: 20, open: true) {
        totalCount
        nodes {
          id
          actorRole
          purpose
          text
          askedAt
          lapsesAt
          categories
          organisation {
            id
            name
          }
          categoriesInWords(language: $language)
          whatItMeans(language: $language)
          whatRefusingMeans(language: $language)
        }
      }
    }
  }
`);

/** Who has looked: a page of the log, and the emergency accesses with what came of their reviews. */
export const LOG = graphql(`
  query Log($id: ID!, $after: String) {
    citizen(id: $id) {
      emergencyAccesses {
        id
        actorRole
        kind
        reason
        categories
        openedAt
        looks
        organisation {
          name
        }
        reviews {
          outcome
          note
          reviewedAt
          organisation {
            name
          }
        }
      }
      accessLog(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          at
          emergency
          emergencyReason
          role
          purpose
          organisation {
            name
          }
          decisions {
            category
            access
            permitted
            reason
          }
        }
      }
    }
  }
`);
