import { defineErrors } from '@sammen/errors';

/** What the municipality refuses, and why. */
export const MUNICIPALITY_ERRORS = {
  UNIT_UNKNOWN: {
    status: 422,
    message: 'The unit is not one of your organisation.',
    next: 'Use a unit of your own organisation: every effort has exactly one responsible unit, and so one sector.',
  },
  ENDS_BEFORE_START: {
    status: 422,
    message: 'The period would end before it began.',
    next: 'Correct the first or the last day.',
  },
  PARAGRAPH_UNKNOWN: {
    status: 422,
    message: 'The act has no such paragraph in use.',
    next: 'Use a paragraph of the reference data, written as there: 85, 101 a.',
  },
  SERVICE_ENDED: {
    status: 409,
    message: 'The social service has ended already.',
    next: 'Grant a new one.',
  },
  HOUSING_OVERLAPS: {
    status: 409,
    message: 'The citizen lives somewhere else in that period already.',
    next: 'End or correct that housing first.',
  },
  HOUSING_DETAILS_WRONG: {
    status: 422,
    message: 'That does not fit the kind of housing.',
    next: 'Name the place of a residence; leave place, rent and area out for somebody who has no home.',
  },
  HOUSING_ENDED: {
    status: 409,
    message: 'The citizen has left that housing already.',
    next: 'Register where the citizen lives now.',
  },
  BENEFIT_KIND_WRONG: {
    status: 422,
    message: 'The kind of housing benefit does not fit the income.',
    next: 'Boligydelse is for state pensioners and for disability pensions from before 2003; everybody else applies for boligsikring.',
  },
  BENEFIT_APPLICATION_OPEN: {
    status: 409,
    message: 'The citizen has applied already.',
    next: 'Decide that application first.',
  },
  BENEFIT_DECIDED: {
    status: 409,
    message: 'The application has been decided already.',
    next: 'Recalculate or end the benefit, or register a new application.',
  },
  BENEFIT_NOT_RUNNING: {
    status: 409,
    message: 'The housing benefit is not being paid.',
    next: 'Only a granted benefit can be recalculated or ended.',
  },
  BENEFIT_DWELLING_NOT_ELIGIBLE: {
    status: 422,
    message: 'There is no housing benefit for a single room or a dwelling without a kitchen of its own.',
    next: 'Refuse the application, or register a new one for another dwelling.',
  },
  BENEFIT_EXCEEDS_RENT: {
    status: 422,
    message: 'The benefit would be larger than the rent.',
    next: 'Correct the monthly amount or the rent basis.',
  },
  BENEFIT_OVERLAPS: {
    status: 409,
    message: 'The citizen has housing benefit in that period already.',
    next: 'End that benefit first.',
  },
  NOT_FIRST_OF_MONTH: {
    status: 422,
    message: 'Housing benefit is paid month by month, in advance.',
    next: 'Use the first day of a month.',
  },
  RECALCULATION_TOO_EARLY: {
    status: 422,
    message: 'The recalculation would come before the benefit.',
    next: 'Use a day after the first day of the benefit.',
  },
  SUPPORT_ENDED: {
    status: 409,
    message: 'The financial support has ended already.',
    next: 'Grant a new one.',
  },
  SUPPORT_FREQUENCY_WRONG: {
    status: 422,
    message: 'That kind of support is paid once.',
    next: 'Grant it as ONCE.',
  },
  CASE_OPEN_ALREADY: {
    status: 409,
    message: 'The citizen has an open job-centre case already.',
    next: 'Change that case instead.',
  },
  CASE_CLOSED: {
    status: 409,
    message: 'The job-centre case is closed.',
    next: 'Open a new case.',
  },
  STARTS_BEFORE_CASE: {
    status: 422,
    message: 'That would be before the job-centre case was opened.',
    next: 'Use a day on or after the day on which the case was opened.',
  },
  MEASURE_NOT_OPEN: {
    status: 422,
    message: 'That measure takes nobody new on that day.',
    next: 'Use another measure; ressourceforløb and revalidering are closed to new cases since 1 February 2026.',
  },
  MEASURE_ENDED: {
    status: 409,
    message: 'The measure has ended already.',
    next: 'Start a new one.',
  },
  INCOME_OVERLAPS: {
    status: 409,
    message: 'There is another income from that day on already.',
    next: 'Use a day after the current income began.',
  },
  FOLLOW_UP_EXISTS: {
    status: 409,
    message: 'There is a talk on that day already.',
    next: 'Use that talk or another day.',
  },
  FOLLOW_UP_HELD: {
    status: 409,
    message: 'The talk has been held already.',
    next: 'Schedule the next one.',
  },
} as const;

/** Makes one of {@link MUNICIPALITY_ERRORS}. */
export const municipalityErrors = defineErrors<keyof typeof MUNICIPALITY_ERRORS>(MUNICIPALITY_ERRORS);
