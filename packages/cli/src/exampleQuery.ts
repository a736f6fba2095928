/** The overview: one query over all sectors, the same text in the README, in what `sammen start` prints, in tests and in the bench. */

/** What is asked about each citizen; every list is asked for so little that it fits a screen. */
const OVERVIEW = `
    name birthDate municipality { name }
    diagnoses { code text }
    assessments { version assessedOn }
    admissions(first: 3) { totalCount nodes { status startedAt hospital } }
    socialServices(first: 3) { nodes { act paragraph hoursPerWeek provider status newerAssessmentWarning } }
    housing { kind place isCurrent }
    housingBenefits(first: 2) { nodes { kind status monthlyAmountOere } }
    jobCentreCase { incomeKind measures { measure status } }
    mentorships(first: 2) { nodes { status mentorName goals } }
    volunteerVisits(first: 2) { totalCount nodes { at activity } }
    psychoEducation(first: 2) { nodes { status course { title startsOn } } }
    plans(first: 1) { nodes { kind status goals { text } agreements { rank action dueOn responsible { name } } } }
    meetings(first: 2) { totalCount nodes { status startsAt participantCount } }
    keyManager { professional { name } }
    careTeam { sector task professional { name } }`;

/** Everything at a glance about the citizen `$id`. */
export const EXAMPLE_QUERY = `query Overview($id: ID!) {
  citizen(id: $id) {${OVERVIEW}
  }
}`;

/** The same about the first `$first` citizens of the actor's caseload. */
export const CASELOAD_QUERY = `query Caseload($first: Int!) {
  citizens(first: $first) {
    nodes {${OVERVIEW}
    }
  }
}`;
