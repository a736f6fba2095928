import { countAccessLog, countEmergencyUses, readAccessLog } from '@sammen/ledger';
import {
  type Page,
  type PageArguments,
  type RowKey,
  type SubgraphContext,
  childRows,
  kitError,
  pageRequest,
  pagesByCitizen,
  rowsByCitizen,
  rowsByKey,
} from '@sammen/subgraph-kit';
import DataLoader from 'dataloader';
import { Any, type DataSource, IsNull } from 'typeorm';
import { AccessLogEntry } from './model/accessLogEntry.js';
import { ConsentChoice } from './model/consentChoice.js';
import { ConsentRequest } from './model/consentRequest.js';
import { CprNumber } from './model/cprNumber.js';
import { EmergencyAccess } from './model/emergencyAccess.js';
import { EmergencyReview } from './model/emergencyReview.js';
import { Person } from './model/person.js';
import { Representative } from './model/representative.js';
import { StatisticsObjection } from './model/statisticsObjection.js';
import { notificationPages } from './reading/notifications.js';
import { recipientsOf } from './reading/recipientsOf.js';

/** Every batch of the citizen subgraph; made anew for each request. */
export function citizenLoaders(database: DataSource, context: () => Pick<SubgraphContext, 'actor'>) {
  const facts = factLoaders(database);
  return {
    recipients: recipientsOf(database, facts),
    cprNumbers: rowsByCitizen(database, CprNumber, { kind: 'ASC' }, { validTo: IsNull() }),
    representatives: rowsByCitizen(database, Representative, { validFrom: 'DESC', id: 'ASC' }),
    statisticsObjections: rowsByCitizen(
      database,
      StatisticsObjection,
      { objectedAt: 'DESC' },
      { withdrawnAt: IsNull() },
    ),
    emergency: rowsByKey(database, EmergencyAccess),
    emergencyReviews: childRows(database, EmergencyReview, 'emergencyId', { version: 'ASC' }),
    emergencyLooks: new DataLoader<RowKey, number, string>(
      (keys) =>
        countEmergencyUses(
          database,
          keys.map(({ citizenId, id }) => ({ citizenId, basis: `EMERGENCY:${id}` })),
        ),
      { cacheKeyFn: ({ id }) => id },
    ),
    requests: pagesByCitizen(database, ConsentRequest, { newestFirstBy: 'askedAt' }),
    openRequests: pagesByCitizen(database, ConsentRequest, {
      newestFirstBy: 'askedAt',
      where: `r.answer IS NULL AND r.lapses_at > now()`,
    }),
    notifications: notificationPages(database, () => context().actor.id),
    accessLog: accessLogPages(database),
    ...facts,
  };
}

/** What {@link citizenLoaders} makes. */
export type CitizenLoaders = ReturnType<typeof citizenLoaders>;

/** Who the citizen is and what has been chosen and opened: what is read by itself, and what recipients are found with. */
function factLoaders(database: DataSource) {
  return {
    person: new DataLoader<string, Person | null>(async (ids) => {
      const people = await database.getRepository(Person).findBy({ citizenId: Any([...ids]) });
      const byId = new Map(people.map((person) => [person.citizenId, person]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    /** The newest version of each choice, withdrawn ones included. */
    choices: rowsByCitizen(database, ConsentChoice, { recordedAt: 'DESC', id: 'ASC' }, { supersededAt: IsNull() }),
    emergencies: rowsByCitizen(database, EmergencyAccess, { openedAt: 'DESC', id: 'ASC' }),
  };
}

function accessLogPages(database: DataSource) {
  const counts = new DataLoader<string, number>((ids) => countAccessLog(database, ids));
  const pages = new Map<string, DataLoader<string, Page<AccessLogEntry>>>();
  return (citizenId: string, args: PageArguments): Promise<Page<AccessLogEntry>> => {
    const { first } = pageRequest({ first: args.first });
    const after = args.after ?? null;
    const key = `${first}:${after ?? ''}`;
    const loader =
      pages.get(key) ??
      new DataLoader<string, Page<AccessLogEntry>>(async (ids) => {
        const found = await readAccessLog(database, ids, { first, after }).catch((error: { code?: string }) => {
          throw error.code === 'LEDGER_CURSOR_INVALID' ? kitError('INVALID_CURSOR', { field: 'after' }) : error;
        });
        return found.map(({ entries, hasNextPage }, i) => ({
          citizenId: ids[i]!,
          rows: entries.map((entry) => AccessLogEntry.of(ids[i]!, entry)),
          hasNextPage,
          count: () => counts.load(ids[i]!),
          cursorOf: ({ cursor }) => cursor,
        }));
      });
    pages.set(key, loader);
    return loader.load(citizenId);
  };
}
