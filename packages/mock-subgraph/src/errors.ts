/** What a mock can fail with, beside what every subgraph can. */
import { defineErrors } from '@sammen/errors';

/** See the file's sentence. */
export const mockErrors = defineErrors({
  MOCK_REFUSED: {
    status: 500,
    message: 'A mock does not run in production.',
    next: 'Start the subgraph itself, with its database.',
  },
  MOCK_CONFIG_MISSING: {
    status: 500,
    message: 'A setting of the mock is missing or malformed.',
    next: 'Start it with "sammen start --mock", which sets all of them.',
  },
  MOCK_CHANGES_NOTHING: {
    status: 501,
    message: 'This subgraph is a mock, so nothing can be changed in it.',
    next: 'Start the subgraph itself: leave it out of --mock.',
  },
});
