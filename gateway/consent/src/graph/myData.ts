/** My data, in one question to all sectors: each document knows its types from the graph, so a field that is not there does not compile. */
import { graphql } from '@sammen/client/graphql';

/** My data, from all sectors at once. What each field means to a reader stands in data/sections.ts. */
export const MY_DATA = graphql(`
  query MyData($id: ID!) {
    citizen(id: $id) {
      name
      birthDate
      cprNumber
      municipality {
        name
      }
      address {
        street
        postalCode
        city
      }
      contact {
        phone
        email
      }
      representatives {
        name
        kind
        mandate
        validFrom
        validTo
      }
      admissions(first: 50) {
        totalCount
        nodes {
          status
          kind
          hospital
          startedAt
          endedAt
          unit {
            name
          }
        }
      }
      diagnoses {
        text
        code
        firstDiagnosedOn
        endedOn
      }
      assessments {
        summary
        assessedOn
        unit {
          name
        }
      }
      treatments(first: 50) {
        totalCount
        nodes {
          kind
          course
          status
          startedOn
          endedOn
          unit {
            name
          }
        }
      }
      treatmentContacts(first: 50) {
        totalCount
        nodes {
          kind
          at
          unit {
            name
          }
        }
      }
      socialServices(first: 50) {
        totalCount
        nodes {
          paragraphTitle
          status
          provider
          hoursPerWeek
          validFrom
          validTo
        }
      }
      housing {
        kind
        place
        validFrom
        validTo
      }
      housingBenefits(first: 50) {
        totalCount
        nodes {
          kind
          status
          monthlyAmountOere
          validFrom
          validTo
        }
      }
      financialSupports(first: 50) {
        totalCount
        nodes {
          kind
          purpose
          amountOere
          status
          validFrom
          validTo
        }
      }
      jobCentreCase {
        targetGroupTitle
        incomeKind
        openedOn
        closedOn
        measures {
          measure
          employer
          status
          validFrom
          validTo
        }
      }
      mentorships(first: 50) {
        totalCount
        nodes {
          mentorName
          goals
          status
          startedOn
          endedOn
          organisation {
            name
          }
        }
      }
      volunteerVisits(first: 50) {
        totalCount
        nodes {
          activity
          status
          at
          minutes
        }
      }
      psychoEducation(first: 50) {
        totalCount
        nodes {
          status
          enrolledOn
          course {
            title
            place
            startsOn
          }
        }
      }
      plans(first: 50) {
        totalCount
        nodes {
          kind
          status
          openedAt
          closedAt
          goals {
            text
          }
          agreements {
            action
          }
        }
      }
      recoveryMeasurements(first: 50) {
        totalCount
        nodes {
          measuredOn
          answeredBy
          total
          hope
          wellbeing
          inclusion
          citizenship
          empowerment
          meaningfulLife
        }
      }
      meetings(first: 50) {
        totalCount
        nodes {
          purpose
          place
          status
          startsAt
        }
      }
      keyManager {
        validFrom
        professional {
          name
          organisation {
            name
          }
        }
      }
      careTeam {
        task
        validFrom
        professional {
          name
          organisation {
            name
          }
        }
      }
    }
  }
`);
