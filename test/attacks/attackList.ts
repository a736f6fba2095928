/** Every attack that the design names, and the file in this folder that carries it out; docs/attacks.md is made of it. */

/** One attack. */
export interface Attack {
  /** In the words of whoever tries it. */
  readonly attack: string;
  /** Name of a test file in this folder; null where there is nothing to attack yet. */
  readonly proof: string | null;
  /** What else has to be known. */
  readonly note?: string;
}

/** In the order of the design, then those that were found since. */
export const ATTACKS: readonly Attack[] = [
  { attack: 'Aliases', proof: 'aliases' },
  { attack: 'The same field twice, with selections that merge', proof: 'mergedSelections' },
  { attack: 'Fragments on interfaces and unions', proof: 'fragments' },
  { attack: 'Directives renamed on import', proof: 'renamedDirectives' },
  { attack: 'New fields without a label', proof: 'unlabelledFields' },
  { attack: '`@skip` and `@include` with variables', proof: 'conditions' },
  { attack: 'Batches of operations, and the wrong operation of a document', proof: 'batches' },
  { attack: '`_entities` called directly', proof: 'entities' },
  {
    attack: 'Probing keys: existing and unknown ids',
    proof: 'keyProbing',
    note: 'the same bytes here; the distributions of the times are compared by `npm run bench`',
  },
  { attack: '`@requires` chains that carry a withheld value to another subgraph', proof: 'requiresChains' },
  { attack: 'Second paths by `@provides`, `@shareable`, `@override`, `@interfaceObject`', proof: 'secondPaths' },
  { attack: 'Replay of a signed call with other claims, audience, expiry or nonce', proof: 'replay' },
  { attack: 'Headers that claim to be somebody', proof: 'spoofedHeaders' },
  { attack: 'Tokens: `alg: none`, mixed-up algorithms, wrong kid, issuer or audience, expired', proof: 'tokens' },
  {
    attack:
      'Signing in: a code or refresh token that was copied, another site that asks, signing others out, the development issuer in production',
    proof: 'signIn',
  },
  { attack: 'A key of the configuration missing', proof: 'missingConfiguration' },
  { attack: 'No purpose', proof: 'noPurpose' },
  { attack: 'A response or entity cache shared between actors or citizens', proof: 'sharedCaches' },
  { attack: 'A decision remembered under too coarse a key', proof: 'sharedCaches' },
  { attack: 'Requests in flight joined across actors', proof: 'sharedCaches' },
  { attack: 'Hashes of persisted queries mixed up', proof: 'persistedQueries' },
  { attack: 'Mutations that return guarded data', proof: 'mutationResults' },
  { attack: 'A withdrawal in the middle of a request', proof: 'midRequestWithdrawal' },
  { attack: 'A lost notification', proof: 'lostNotification' },
  { attack: 'Clock skew and ends of intervals', proof: 'intervalEnds' },
  { attack: 'Back-dated consents', proof: 'backDatedConsents' },
  { attack: 'Indices that shift when decisions are applied to lists', proof: 'indexShifts' },
  { attack: '`__proto__` as an alias or as a JSON key', proof: 'prototypes' },
  { attack: 'Error messages, stack traces, suggestions and constraints that carry data', proof: 'errorMessages' },
  {
    attack: 'Logs, traces and metric labels that carry data',
    proof: 'logs',
    note: 'there are no traces and no metrics in this version',
  },
  { attack: 'Filters, cursors, totals and aggregates as oracles', proof: 'listOracles' },
  {
    attack:
      'A small count worked out: by the difference of two statistics, from totals, regions and averages, by a solver',
    proof: 'suppressedCounts',
    note: 'on figures as they are published; what is published stands in tables, see packages/statistics',
  },
  { attack: 'The length of a response and of its `extensions`', proof: 'answerLength' },
  { attack: 'Emergency access: another citizen, after its time, the wrong role, renewed silently', proof: 'emergency' },
  { attack: 'A mandate for money used for health', proof: 'moneyOnlyMandate' },
  { attack: 'A volunteer after the match ended', proof: 'volunteerAfterMatch' },
  { attack: 'A merged or changed CPR number', proof: 'changedCpr' },
  { attack: 'A subgraph that forgets to withhold', proof: 'forgetfulSubgraph' },
  { attack: 'Grants by the right key that say the wrong thing', proof: 'forgedGrants' },
  { attack: 'Grants that nobody signed, sealed by who is not the decision point', proof: 'forgedSeals' },
  { attack: 'Grants forged, kept and asked for by whom they are not meant for', proof: 'grants' },
  { attack: 'Withdrawals under load, through two gateways', proof: 'withdrawals' },
  { attack: 'Processes killed in the middle of their work', proof: 'killedProcesses' },
  { attack: 'Requests too large, too deep, or of another kind', proof: 'oversizedRequests' },
  { attack: 'Writes that name one citizen and mean another', proof: 'writes' },
  { attack: 'Parts of the system fail', proof: 'failures' },
];

/** Files that the list names and that are not all there yet, or some of whose defences were not proved yet. */
export const TO_COME: readonly string[] = [];
