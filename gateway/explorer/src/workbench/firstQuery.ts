/** What stands in the editor at first: a question that every role may ask. */
export const FIRST_QUERY = `query Caseload($first: Int!) {
  citizens(first: $first) {
    totalCount
    nodes {
      id
      name
      birthDate
      municipality { name }
    }
  }
}
`;

/** Its variables. */
export const FIRST_VARIABLES = '{ "first": 5 }';
