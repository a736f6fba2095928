/** The client imports nothing of ours, so a test holds its words to those of the gateway. */
import { CLIENT_ERRORS, DATA_CATEGORIES, NEXT_STEPS, PURPOSES, RETRYABLE_CODES, WITHHELD_STATES } from '@sammen/client';
import * as consent from '@sammen/consent';
import { gatewayError } from '@sammen/gateway';
import { identityError } from '@sammen/identity';
import { kitError } from '@sammen/subgraph-kit';

it('categories, purposes, states and next steps are those of packages/consent', () => {
  expect(DATA_CATEGORIES).toEqual(consent.DATA_CATEGORIES);
  expect(PURPOSES).toEqual(consent.PURPOSES);
  expect(WITHHELD_STATES).toEqual(consent.WITHHELD_STATES);
  expect(NEXT_STEPS).toEqual(consent.NEXT_STEPS);
});

/** Codes with a status that says “not now”, which nobody but a service or whoever runs it can meet. */
const NOT_FOR_CLIENTS = ['DATABASE_UNREACHABLE', 'SERVICE_CALLS_EXHAUSTED', 'STATISTICS_PEOPLE_UNAVAILABLE'];

it('“try again” is said of exactly the codes of gateway, identity and subgraphs that say “not now”', () => {
  const tables = { ...gatewayError.table, ...identityError.table, ...kitError.table, ...CLIENT_ERRORS };
  const passing = Object.entries(tables).flatMap(([code, { status }]) =>
    [429, 503, 504].includes(status) && !NOT_FOR_CLIENTS.includes(code) ? [code] : [],
  );
  expect([...RETRYABLE_CODES].toSorted()).toEqual(passing.toSorted());
});
