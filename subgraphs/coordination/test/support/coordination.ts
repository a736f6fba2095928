/** Coordination under test: its people, fresh citizens, and how it answers and refuses. Each test file has a municipality of its own. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Role } from '@sammen/consent';
import { purposesOf } from '@sammen/consent';
import { type InputValueDefinitionNode, type ObjectTypeDefinitionNode, parse, print } from 'graphql';
import pg from 'pg';
import { type TestSystem, useSystem } from '../../../../test/support/system.js';

const REGION = 'region-syddanmark';
const NGO = 'ngo-peer-vestkysten';

type Variables = Record<string, unknown>;

/** An answer of the subgraph, with the codes of what was refused and what was withheld. */
export interface Answer {
  readonly data: any;
  readonly errors: readonly { code: string; field?: string; message: string }[];
  readonly withheld: readonly { path: (string | number)[]; category: string; state: string }[];
}

/** Tools for the tests of one file. */
export interface Coordination {
  readonly system: TestSystem;
  readonly municipalityId: string;
  /** Somebody new of this role, in the municipality, the region or the NGO where the role belongs. */
  somebody(role: Role, changes?: Partial<Actor>): Actor;
  /** A citizen whom nobody knows yet but the municipality they live in. */
  newCitizen(): Promise<string>;
  /** The citizen of an id, signed in. */
  self(citizenId: string): Actor;
  /** Gives an actor a care relation, as another sector would report it. */
  relate(citizenId: string, relation: Variables): Promise<void>;
  ask(actor: Actor, query: string, variables?: Variables, purpose?: string): Promise<Answer>;
  /** What a mutation returns; the test fails when it is refused. */
  write(actor: Actor, mutation: string, input: Variables, fields?: string): Promise<any>;
  /** Why a mutation is refused; the test fails when it is not. */
  refusal(actor: Actor, mutation: string, input: Variables): Promise<{ code: string; field?: string }>;
  /** Fields of a citizen; nothing may go wrong, but things may be withheld. */
  see(actor: Actor, citizenId: string, fields: string, purpose?: string): Promise<any>;
  sql(statement: string, parameters?: unknown[], subgraph?: string): Promise<Record<string, any>[]>;
}

/** The types of the mutations' inputs, read from the schema that is committed. */
const schema = parse(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
const mutations = schema.definitions.find(
  (node): node is ObjectTypeDefinitionNode => node.kind === 'ObjectTypeDefinition' && node.name.value === 'Mutation',
)!;
const inputTypes = new Map(
  (mutations.fields ?? []).map(({ name, arguments: [input] = [] }) => [
    name.value,
    print((input as InputValueDefinitionNode).type),
  ]),
);

/** Coordination in the municipality with this code. */
export function useCoordination(code: string): Coordination {
  const system = useSystem();
  const clients = new Map<string, Promise<pg.Client>>();
  const municipalityId = `municipality-${code}`;
  afterAll(async () => {
    for (const client of clients.values()) await (await client).end();
  });
  const homes: Partial<Record<Role, readonly [string, Actor['organisationKind'], string | null]>> = {
    KEY_MANAGER: [municipalityId, 'MUNICIPALITY', `${municipalityId}/authority`],
    SOCIAL_WORKER: [municipalityId, 'MUNICIPALITY', `${municipalityId}/social`],
    JOB_CONSULTANT: [municipalityId, 'MUNICIPALITY', `${municipalityId}/job-centre`],
    LEADER: [municipalityId, 'MUNICIPALITY', null],
    PSYCHIATRIST: [REGION, 'REGION', `${REGION}/psychiatry-esbjerg`],
    WARD_NURSE: [REGION, 'REGION', `${REGION}/psychiatry-esbjerg/ward-1`],
    MENTOR: [NGO, 'NGO', null],
    VOLUNTEER: [NGO, 'NGO', null],
    NGO_COORDINATOR: [NGO, 'NGO', null],
  };
  const self: Coordination = {
    system,
    municipalityId,
    somebody(role, changes = {}) {
      const [organisationId, organisationKind, unitId] = homes[role]!;
      const id = `staff-test-${role.toLowerCase()}-${randomUUID()}`;
      return { id, role, organisationId, organisationKind, unitId, citizenId: null, ...changes };
    },
    async newCitizen() {
      const id = randomUUID();
      await self.sql(
        `INSERT INTO person (citizen_id, given_name, family_name, birth_date, gender, municipality_code)
         VALUES ($1, 'Prøve', 'Prøvesen', '1980-01-01', 'FEMALE', $2)`,
        [id, code],
        'citizen',
      );
      await self.relate(id, { kind: 'RESIDENT_MUNICIPALITY', organisationId: municipalityId });
      return id;
    },
    self: (citizenId) => ({
      id: `citizen-${citizenId}`,
      role: 'CITIZEN',
      organisationId: null,
      organisationKind: 'NONE',
      unitId: null,
      citizenId,
    }),
    async relate(citizenId, { kind, organisationId, unitId = null, actorId = null, planKind = null }) {
      await self.sql(
        `INSERT INTO care_relation (citizen_id, id, kind, organisation_id, unit_id, actor_id, plan_kind, valid_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now() - interval '1 day')`,
        [citizenId, randomUUID(), kind, organisationId, unitId, actorId, planKind],
        'citizen',
      );
    },
    async ask(actor, query, variables = {}, purpose = purposeOf(actor.role)) {
      const authorization = `Bearer ${await system.issuer().issue(actor)}`;
      const url = system.urls['coordination'] as string;
      const { body } = await system.graphql(url, { query, variables, purpose, headers: { authorization } });
      return {
        data: body.data,
        errors: (body.errors ?? []).map(({ message, extensions }) => ({ message, ...extensions })),
        withheld: body.extensions?.['consent']?.withheld ?? [],
      };
    },
    async write(actor, mutation, input, fields = 'id') {
      const answer = await self.ask(actor, document(mutation, fields), { input });
      expect(answer.errors).toEqual([]);
      return answer.data[mutation];
    },
    async refusal(actor, mutation, input) {
      const { data, errors } = await self.ask(actor, document(mutation, '__typename'), { input });
      expect(data?.[mutation] ?? null).toBeNull();
      expect(errors).toHaveLength(1);
      const [{ code: refused, field }] = errors as [Answer['errors'][number]];
      return { code: refused, ...(field === undefined ? {} : { field }) };
    },
    async see(actor, citizenId, fields, purpose) {
      const query = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Citizen { ${fields} } } }`;
      const answer = await self.ask(actor, query, { them: [{ __typename: 'Citizen', id: citizenId }] }, purpose);
      expect(answer.errors).toEqual([]);
      return answer.data._entities[0];
    },
    async sql(statement, parameters = [], subgraph = 'coordination') {
      let client = clients.get(subgraph);
      if (client === undefined) {
        const connecting = new pg.Client({ connectionString: system.databaseUrl(subgraph) });
        client = connecting.connect().then(() => connecting);
        clients.set(subgraph, client);
      }
      return (await (await client).query(statement, parameters)).rows;
    },
  };
  return self;
}

/** Whoever has the choice works together here. */
function purposeOf(role: Role): string {
  const purposes = purposesOf(role);
  return purposes.includes('CARE_COORDINATION') ? 'CARE_COORDINATION' : purposes[0]!;
}

function document(mutation: string, fields: string): string {
  return `mutation ($input: ${inputTypes.get(mutation)}) { ${mutation}(input: $input) { ${fields} } }`;
}

/** A professional as inputs name them. */
export function person(actor: Actor, changes: Variables = {}): Variables {
  const { id: actorId, role, organisationId, unitId } = actor;
  return { actorId, name: `Prøve ${role}`, role, organisationId, unitId, ...changes };
}

/** A Danish day so many days from today. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
}

/** A moment so many hours from now. */
export function hours(offset: number): string {
  return new Date(Date.now() + offset * 3_600_000).toISOString();
}
