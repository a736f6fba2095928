/** The municipality under test: its staff, its residents, and how it refuses. Each test file works in a municipality of its own. */
import { randomUUID } from 'node:crypto';
import type { Role } from '@sammen/consent';
import { DEFAULT_SIZE, type Person, people } from '@sammen/population';
import pg from 'pg';
import { type GraphqlAnswer, type TestSystem, useSystem } from '../../../test/support/system.js';

/** Roles of municipal staff, with the unit they work in and their purpose. */
const STAFF = {
  SOCIAL_WORKER: ['social', 'SOCIAL_CASEWORK'],
  HOUSING_OFFICER: ['housing', 'HOUSING_CASEWORK'],
  JOB_CONSULTANT: ['job-centre', 'EMPLOYMENT_CASEWORK'],
} as const satisfies Partial<Record<Role, readonly [unit: string, purpose: string]>>;

type StaffRole = keyof typeof STAFF;
type Variables = Record<string, unknown>;
type Row = Record<string, any>;

/** Whoever asks; answers whole, or fails the test unless there is data and no error. */
export interface Asker {
  ask(query: string, variables?: Variables, headers?: Record<string, string>): Promise<GraphqlAnswer>;
  /** What a mutation with one `$input` returns. */
  write(mutation: string, input: Variables, fields?: string): Promise<any>;
  /** The error of a mutation with one `$input`. */
  refusal(mutation: string, input: Variables): Promise<{ code: string; field?: string; message: string }>;
  /** Fields of a citizen. */
  citizen(citizenId: string, fields: string): Promise<any>;
}

/** Tools for the tests of one file. */
export interface Municipality {
  readonly system: TestSystem;
  /** Living residents of the default population. */
  readonly residents: readonly Person[];
  staff(role: StaffRole, options?: { unit?: string; code?: string; number?: number; service?: string }): Asker;
  /** The citizen in person, through the gateway or straight at the municipality. */
  citizen(person: Person, service?: 'gateway' | 'citizen' | 'municipality'): Asker;
  /** The citizen takes back every consent, so that only laws and relations speak. */
  withdrawConsents(person: Person): Promise<void>;
  /** The citizen keeps a category from the whole municipality for one purpose. */
  block(person: Person, category: string, purpose: string): Promise<void>;
  /** Rows of the municipality's database. */
  sql(statement: string, parameters?: unknown[], subgraph?: string): Promise<Row[]>;
}

/** The municipality with this code, in the running system. */
export function useMunicipality(code: string): Municipality {
  const system = useSystem();
  const clients = new Map<string, pg.Client>();
  afterAll(async () => {
    for (const client of clients.values()) await client.end();
  });

  const asker = (authorization: () => Promise<string>, purpose: string, service: string): Asker => {
    const self: Asker = {
      async ask(query, variables, headers = {}) {
        const token = await authorization();
        const sent = { authorization: `Bearer ${token}`, 'x-sammen-purpose': purpose, ...headers };
        return system.graphql(system.urls[service]!, { query, variables: variables ?? {}, headers: sent });
      },
      async write(mutation, input, fields = 'id version') {
        const { body } = await self.ask(document(mutation, fields), { input });
        expect(body.errors).toBeUndefined();
        return body.data![mutation];
      },
      async refusal(mutation, input) {
        const { body } = await self.ask(document(mutation, 'id'), { input });
        expect(body.data?.[mutation] ?? null).toBeNull();
        const { message, extensions } = body.errors![0];
        return { code: extensions.code, message, ...(extensions.field ? { field: extensions.field } : {}) };
      },
      async citizen(citizenId, fields) {
        const query = `query($id: ID!) { _entities(representations: [{ __typename: "Citizen", id: $id }]) { ... on Citizen { ${fields} } } }`;
        const { body } = await self.ask(query, { id: citizenId });
        expect(body.errors).toBeUndefined();
        return body.data!['_entities'][0];
      },
    };
    return self;
  };

  const inPerson = ({ id, actorId }: Person, service: string): Asker => {
    const nowhere = { organisationId: null, organisationKind: 'NONE' as const, unitId: null };
    const actor = { id: actorId, role: 'CITIZEN' as const, ...nowhere, citizenId: id };
    return asker(() => system.issuer().issue(actor), 'SELF_ACCESS', service);
  };

  return {
    system,
    residents: [...people(1, DEFAULT_SIZE)].filter(
      (person) => person.municipalityCode === code && person.deceasedOn === null,
    ),
    staff(role, { unit = STAFF[role][0], code: of = code, number = 9, service = 'municipality' } = {}) {
      const organisationId = `municipality-${of}`;
      const unitId = `${organisationId}/${unit}`;
      const id = `staff-${unitId.replaceAll('/', '.')}-${number}`;
      const actor = { id, role, organisationId, organisationKind: 'MUNICIPALITY' as const, unitId, citizenId: null };
      return asker(() => system.issuer().issue(actor), STAFF[role][1], service);
    },
    citizen: (person, service = 'municipality') => inPerson(person, service),
    async withdrawConsents(person) {
      const { consents } = await inPerson(person, 'citizen').citizen(person.id, 'consents { id effect withdrawnAt }');
      for (const { id, effect, withdrawnAt } of consents) {
        if (effect !== 'CONSENT' || withdrawnAt !== null) continue;
        await inPerson(person, 'citizen').write('withdrawConsent', { citizenId: person.id, consentId: id }, 'id');
      }
    },
    async block(person, category, purpose) {
      const who = { citizenId: person.id, recipients: [{ organisationId: `municipality-${code}` }] };
      const what = { categories: [category], purposes: [purpose], consequencesExplained: true };
      await inPerson(person, 'citizen').write('giveBlock', { ...who, ...what }, 'id');
    },
    async sql(statement, parameters = [], subgraph = 'municipality') {
      let client = clients.get(subgraph);
      if (client === undefined) {
        client = new pg.Client({ connectionString: system.databaseUrl(subgraph) });
        clients.set(subgraph, client);
        await client.connect();
      }
      return (await client.query(statement, parameters)).rows;
    },
  };
}

function document(mutation: string, fields: string): string {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
}

/** An id that nothing has. */
export const noId = (): string => randomUUID();

/** A day relative to today, as the graph writes it. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
}

/** The first day of a month relative to this one. */
export function firstOfMonth(offset: number): string {
  const [year, month] = day(0).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10);
}
