/** One question to every source of the miniature graph, and what comes of it when psychiatry answers and when it does not. */

export const OVERVIEW = '{ citizen(id: "c1") { name admissions { ward } diagnoses services { act } } }';
export const THE_REST = { name: 'Name of c1', admissions: null, diagnoses: null, services: [{ act: 'SEL 85' }] };
export const WHOLE = { ...THE_REST, admissions: [{ ward: 'north' }, { ward: 'south' }], diagnoses: ['F20.0'] };
export const CHANGE = 'mutation { grantService(citizenId: "c1", act: "x") { id } }';

/** A circuit that no test makes open. */
export const NEVER = { failures: 100_000, firstPause: 100, mostPause: 100 };
