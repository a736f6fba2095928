import type { Recipient } from '@sammen/consent';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { readFacts } from '../decision/readFacts.js';
import type { ConsentChoice } from '../model/consentChoice.js';
import type { EmergencyAccess } from '../model/emergencyAccess.js';
import type { Person } from '../model/person.js';
import type { RecipientAccess } from '../model/recipientAccess.js';
import { type Named, namedByRelation, organisationsServing, recipientsAround } from './recipientsAround.js';
import { whatTheyMaySee } from './whoMaySee.js';

/** The loaders of the same request that recipients are found with. */
export interface FactLoaders {
  readonly person: DataLoader<string, Person | null>;
  readonly choices: DataLoader<string, ConsentChoice[]>;
  readonly emergencies: DataLoader<string, EmergencyAccess[]>;
}

const RELATIONS = `SELECT citizen_id AS "citizenId", organisation_id AS "organisationId", unit_id AS "unitId", actor_id AS "actorId"
  FROM care_relation WHERE citizen_id = ANY($1) AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now())`;

type RelationRow = Parameters<typeof namedByRelation>[0] & { readonly citizenId: string };

/**
 * Who may see what, of any number of citizens in the same number of statements (INVARIANT I-12). Whom to ask about is
 * read first; what is answered rests on one snapshot of the facts (INVARIANT I-11).
 */
export function recipientsOf(database: DataSource, loaders: FactLoaders): DataLoader<string, RecipientAccess[]> {
  return new DataLoader(async (citizenIds) => {
    const [relations, people, choices, emergencies] = await Promise.all([
      database.query(RELATIONS, [citizenIds]) as Promise<RelationRow[]>,
      loaders.person.loadMany(citizenIds),
      loaders.choices.loadMany(citizenIds),
      loaders.emergencies.loadMany(citizenIds),
    ]);
    const around = citizenIds.map((id, place) => {
      const named = [
        ...relations.filter(({ citizenId }) => citizenId === id).map(namedByRelation),
        ...known(choices[place]!)
          .filter(({ stands }) => stands)
          .flatMap(namedByChoice),
        ...known(emergencies[place]!).filter(isOpen).flatMap(namedByEmergency),
      ];
      const municipality = known(people[place]!)?.municipalityCode;
      return recipientsAround(named, municipality === undefined ? [] : organisationsServing(municipality));
    });
    const actors = around.flat().flatMap(({ anybody, named }) => [anybody, ...named]);
    const { at, facts } = await readFacts(database.manager, citizenIds, actors);
    return citizenIds.map((id, place) => {
      const own = facts.get(id);
      return own === undefined ? [] : around[place]!.map((recipient) => whatTheyMaySee(recipient, own, at));
    });
  });
}

function known<Loaded>(loaded: Loaded | Error): Loaded {
  if (loaded instanceof Error) throw loaded;
  return loaded;
}

/** A choice about a person whose organisation it does not name stands in nobody’s column; it is in the list of choices. */
function namedByChoice({ recipients }: ConsentChoice): Named[] {
  return recipients.flatMap(({ organisationId, unitId, role, actorId }: Recipient) => {
    const owner = organisationId ?? unitId?.split('/')[0];
    return owner === undefined
      ? []
      : [
          {
            organisationId: owner,
            unitId: unitId ?? null,
            actorId: actorId ?? null,
            role: role ?? null,
            isRelation: false,
          },
        ];
  });
}

const isOpen = ({ expiresAt }: EmergencyAccess): boolean => expiresAt > new Date();

function namedByEmergency({ organisationId, actorId, actorRole }: EmergencyAccess): Named[] {
  return organisationId === null
    ? []
    : [{ organisationId, unitId: null, actorId, role: actorRole as Named['role'], isRelation: false }];
}
