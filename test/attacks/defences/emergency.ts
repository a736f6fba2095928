import type { Defence } from '../../support/defence.js';

export const needs = ['gateway', 'citizen', 'psychiatry'];

const RULES = 'subgraphs/citizen/src/write/emergencyRules.ts';
const OPENING = 'subgraphs/citizen/src/write/openEmergency.ts';

export const defences: readonly Defence[] = [
  {
    what: 'only some roles and purposes break the glass',
    why: 'whoever has a token opens whomever they like',
    off: [
      {
        file: 'packages/consent/src/emergency.ts',
        find: `return EMERGENCY_RULES.roles.includes(role) && EMERGENCY_RULES.purposes.includes(purpose);`,
        replace: `return EMERGENCY_RULES.roles.includes(role) || EMERGENCY_RULES.purposes.includes(purpose);`,
      },
    ],
  },
  {
    what: 'an emergency stays within the cap of the role',
    why: 'an emergency opens the consents, or what a role never sees',
    off: [
      {
        file: RULES,
        find: `categories.every((category) => isWithinCap(actor.role, purpose, category))`,
        replace: `categories.every(() => isWithinCap !== undefined)`,
      },
    ],
  },
  {
    what: 'blanks are no reason',
    why: 'the glass is broken without a word that anybody could review',
    off: [
      {
        file: 'subgraphs/citizen/src/write/freeText.ts',
        find: `(trimmed.match(VISIBLE) ?? []).length < least`,
        replace: `text.length < least && VISIBLE.global`,
      },
    ],
  },
  {
    what: 'an emergency access is to one citizen',
    why: 'one reason opens everybody',
    off: [
      {
        file: 'subgraphs/citizen/src/decision/factTables.ts',
        find: 'emergency_access WHERE citizen_id = p.citizen_id AND expires_at',
        replace: 'emergency_access WHERE expires_at',
      },
    ],
  },
  {
    what: 'an emergency access is its opener’s',
    why: 'a colleague reads along without a reason',
    off: [
      {
        file: 'packages/consent/src/rules/permitEmergency.ts',
        find: `    { test: 'IS', field: 'actorId', value: actor.id },\n`,
        replace: '',
      },
      {
        file: 'subgraphs/citizen/src/decision/readFacts.ts',
        find: 'emergencyAccesses: `f.actor_id = ANY(${ACTORS})`',
        replace: `emergencyAccesses: 'true'`,
      },
    ],
  },
  {
    what: 'an emergency access is over when its time is over',
    why: 'one emergency opens a citizen for ever',
    off: [
      {
        file: 'packages/consent/src/rules/permitEmergency.ts',
        find: `    { test: 'HOLDS', from: 'openedAt', to: 'expiresAt' },\n`,
        replace: '',
      },
      {
        file: 'subgraphs/citizen/src/decision/factTables.ts',
        find: ' AND expires_at > statement_timestamp()',
        replace: '',
      },
    ],
  },
  {
    what: 'what is open is not renewed',
    why: 'an hour becomes a day, a minute before it is over',
    off: [
      {
        file: 'subgraphs/citizen/src/migrations/createReviews.ts',
        find: 'AND e.opened_at < NEW.expires_at AND NEW.opened_at < e.expires_at',
        replace: 'AND false',
      },
    ],
  },
  {
    what: 'the application cannot prolong what is open',
    why: 'whoever takes over the application keeps a citizen open',
    off: [
      {
        file: 'subgraphs/citizen/src/migrations/appendOnly.ts',
        find: "  await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${applicationRole}`);\n",
        replace: '',
      },
    ],
  },
  {
    what: 'opening stands in the access log',
    why: 'the citizen learns of it only when something is read',
    off: [
      {
        file: OPENING,
        find: `  await appendEvents(manager, [actEvent(context, { citizenId, decision, emergency: { kind, reason } })]);`,
        replace: `  void decision;`,
      },
    ],
  },
  {
    what: 'who tries in vain stands in the access log',
    why: 'somebody tries the handle of every door, and nobody hears it',
    off: [{ file: OPENING, find: `await recordRefusal(error, input, context);`, replace: `void recordRefusal;` }],
  },
];
