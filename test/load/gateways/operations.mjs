/** What is asked of every gateway: the same texts, the same variables, about people who do not exist. */

/** The overview, part by part: who answers it is what the floor has to know and what the others plan. */
export const OVERVIEW = {
  citizen: 'name birthDate municipality { name }',
  psychiatry: `
    diagnoses { code text }
    assessments { version assessedOn }
    admissions(first: 3) { totalCount nodes { status startedAt hospital } }`,
  services: 'act paragraph hoursPerWeek provider status',
  municipality: `
    housing { kind place isCurrent }
    housingBenefits(first: 2) { nodes { kind status monthlyAmountOere } }
    jobCentreCase { incomeKind measures { measure status } }`,
  ngo: `
    mentorships(first: 2) { nodes { status mentorName goals } }
    volunteerVisits(first: 2) { totalCount nodes { at activity } }
    psychoEducation(first: 2) { nodes { status course { title startsOn } } }`,
  coordination: `
    plans(first: 1) { nodes { kind status goals { text } agreements { rank action dueOn responsible { name } } } }
    meetings(first: 2) { totalCount nodes { status startsAt participantCount } }
    keyManager { professional { name } }
    careTeam { sector task professional { name } }`,
};

const overview = `${OVERVIEW.citizen} ${OVERVIEW.psychiatry}
    socialServices(first: 3) { nodes { ${OVERVIEW.services} newerAssessmentWarning } }
    ${OVERVIEW.municipality} ${OVERVIEW.ngo} ${OVERVIEW.coordination}`;

/** Made up, and of nobody: the serial numbers of a UUID that is counted up. */
export const citizenId = (index) => `00000000-0000-8000-8000-${String(index).padStart(12, '0')}`;

const OF_ONE = `query Overview($id: ID!) { citizen(id: $id) { ${overview} } }`;
const OF_MANY = `query Caseload($first: Int!) { citizens(first: $first) { nodes { ${overview} } } }`;
const DEEP = `query Deep($id: ID!) { citizen(id: $id) {
  admissions(first: 2) { nodes { status citizen {
    socialServices(first: 2) { nodes { act citizen {
      mentorships(first: 2) { nodes { status citizen {
        plans(first: 2) { nodes { kind citizen { name birthDate } } }
      } } }
    } } }
  } } }
} }`;
const SMALL = 'query Small($id: ID!) { citizen(id: $id) { name } }';

/** By name: the text, its variables, how many clients ask at a time, and how often in a round. */
export const OPERATIONS = {
  'overview of 1': { query: OF_ONE, variables: { id: citizenId(0) }, clients: 16, requests: 400 },
  'overview of 25': { query: OF_MANY, variables: { first: 25 }, clients: 8, requests: 120 },
  'overview of 100': { query: OF_MANY, variables: { first: 100 }, clients: 4, requests: 40 },
  'deep, 5 hops': { query: DEEP, variables: { id: citizenId(0) }, clients: 16, requests: 400 },
  small: { query: SMALL, variables: { id: citizenId(0) }, clients: 16, requests: 1500 },
  'overview of 1, a new text every time': {
    query: OF_ONE,
    variables: { id: citizenId(0) },
    clients: 4,
    requests: 60,
    isNew: true,
  },
};

/** The bodies of requests, one after the other. A new text is one with a new name: what has to be planned is the same. */
export function bodiesOf({ query, variables, isNew }) {
  const same = JSON.stringify({ query, variables });
  if (!isNew) return () => same;
  // Past what an earlier round asked.
  let count = Date.now() % 1e9;
  return () => JSON.stringify({ query: query.replace('Overview', `Overview_n${(count += 1)}`), variables });
}

/** A text without what made it new; what sources are asked carries the same mark. */
export const withoutMark = (query) => query.replace(/_n\d+/g, '');
