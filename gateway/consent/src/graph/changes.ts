/** What a citizen says on the page: each document knows its types from the graph, so a field that is not there does not compile. */
import { graphql } from '@sammen/client/graphql';

/** Says yes. */
export const GIVE_CONSENT = graphql(`
  mutation GiveConsent($input: GiveConsentInput!) {
    giveConsent(input: $input) {
      id
    }
  }
`);

/** Says no. */
export const GIVE_BLOCK = graphql(`
  mutation GiveBlock($input: GiveBlockInput!) {
    giveBlock(input: $input) {
      id
    }
  }
`);

/** Narrows or prolongs a choice. */
export const CHANGE_CONSENT = graphql(`
  mutation ChangeConsent($input: ChangeConsentInput!) {
    changeConsent(input: $input) {
      id
    }
  }
`);

/** Takes a choice back. */
export const WITHDRAW_CONSENT = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      id
    }
  }
`);

/** Answers a request. */
export const ANSWER_REQUEST = graphql(`
  mutation AnswerRequest($input: AnswerConsentRequestInput!) {
    answerConsentRequest(input: $input) {
      id
      state
    }
  }
`);
