import { agreements } from './agreements.js';
import { meetings } from './meetings.js';
import { overdueAgreements } from './overdueAgreements.js';
import { overdueFollowUps } from './overdueFollowUps.js';
import { plans } from './plans.js';
import { recovery } from './recovery.js';

/** What coordination counts for analysts. */
export const statistics = {
  by: 'KIND',
  measures: [plans, agreements, overdueAgreements, overdueFollowUps, meetings, ...recovery],
} as const;
