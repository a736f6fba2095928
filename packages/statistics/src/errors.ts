import { defineErrors } from '@sammen/errors';

/** What can be wrong with figures before anything of them is published. Neither names a figure. */
export const statisticsError = defineErrors({
  STATISTICS_MISDEFINED: {
    status: 500,
    message: 'A measure is not well defined.',
    next: 'Correct the declaration that the message names.',
  },
  STATISTICS_INCONSISTENT: {
    status: 500,
    message: 'Counted figures do not add up, so nothing of them is published.',
    next: 'Count all tables of a measure in one transaction, each unit in exactly one finest cell.',
  },
});
