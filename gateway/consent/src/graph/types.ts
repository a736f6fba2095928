/** Names for parts of answers, taken from the documents: no type is written down twice. */
import type { ResultOf, VariablesOf } from '@sammen/client/graphql';
import type { GIVE_BLOCK, GIVE_CONSENT } from './changes.js';
import type { ACCESS, LOG, REQUESTS, WHO } from './questions.js';

type Item<List> = NonNullable<List> extends readonly (infer One)[] ? One : never;
type CitizenOf<Document> = NonNullable<ResultOf<Document> extends { citizen: infer Citizen } ? Citizen : never>;

/** Somebody whose page this can be. */
export type Person = NonNullable<ResultOf<typeof WHO>['me']>;
/** A column of the matrix: a role in an organisation. */
export type Recipient = Item<CitizenOf<typeof ACCESS>['whoMaySee']>;
/** A cell: one kind of data, for one recipient. */
export type Cell = Item<Recipient['data']>;
/** Why, for one purpose. */
export type Ground = Item<Cell['grounds']>;
/** A consent or a block. */
export type Choice = Item<CitizenOf<typeof ACCESS>['consents']>;
/** A request that waits for an answer. */
export type Request = Item<NonNullable<CitizenOf<typeof REQUESTS>['consentRequests']>['nodes']>;
/** A page of the log. */
export type Log = NonNullable<CitizenOf<typeof LOG>['accessLog']>;
/** One look. */
export type Look = Item<Log['nodes']>;
/** An emergency access. */
export type Emergency = Item<CitizenOf<typeof LOG>['emergencyAccesses']>;
/** What a consent says. */
export type ConsentInput = VariablesOf<typeof GIVE_CONSENT>['input'];
/** What a block says. */
export type BlockInput = VariablesOf<typeof GIVE_BLOCK>['input'];
/** Kinds of data, roles, purposes, as the graph names them. */
export type Category = NonNullable<Cell['category']>;
/** A role. */
export type Role = NonNullable<Recipient['role']>;
/** A purpose. */
export type Purpose = NonNullable<Ground['purpose']>;
/** Why, or why not. */
export type GroundKind = NonNullable<Ground['kind']>;
