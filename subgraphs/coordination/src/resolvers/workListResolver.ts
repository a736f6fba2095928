import {
  type Connection,
  PageArguments,
  Public,
  Roles,
  type RowKey,
  type SubgraphContext,
  visiblePage,
} from '@sammen/subgraph-kit';
import { Arg, Args, Ctx, Query, Resolver, registerEnumType } from 'type-graphql';
import { In } from 'typeorm';
import { Agreement } from '../model/agreement.js';
import {
  CaseloadConnection,
  OverdueAgreementConnection,
  OverdueAgreementFollowUpConnection,
} from '../model/connections.js';
import { CoordinationCase } from '../model/coordinationCase.js';
import { FollowUp } from '../model/followUp.js';
import { today } from '../today.js';

/** Whose work a list shows. */
export enum WorkScope {
  MY_CASES = 'MY_CASES',
  MINE = 'MINE',
}
registerEnumType(WorkScope, {
  name: 'WorkScope',
  description: 'Whose work a list shows.',
  valuesConfig: {
    MY_CASES: { description: 'Everybody’s in the cases that you manage.' },
    MINE: { description: 'What you are responsible for yourself.' },
  },
});

const OVERDUE_OF = {
  [WorkScope.MY_CASES]: `
    FROM key_manager k JOIN agreement a ON a.citizen_id = k.citizen_id AND a.case_id = k.case_id
    JOIN plan p ON p.citizen_id = a.citizen_id AND p.id = a.plan_id AND p.status <> 'CLOSED'
    WHERE k.actor_id = $1 AND k.valid_to IS NULL AND a.status = 'OPEN'`,
  [WorkScope.MINE]: `
    FROM agreement a JOIN plan p ON p.citizen_id = a.citizen_id AND p.id = a.plan_id AND p.status <> 'CLOSED'
    WHERE a.actor_id = $1 AND a.status = 'OPEN'`,
};
const FOLLOW_UPS_OF = (scope: WorkScope) =>
  OVERDUE_OF[scope].replace(
    'WHERE',
    `JOIN agreement_follow_up f ON f.citizen_id = a.citizen_id AND f.agreement_id = a.id WHERE`,
  );

/** Work lists. Reminders go to professionals: nobody makes the citizen the messenger. */
@Resolver()
export class WorkListResolver {
  @Query(() => CaseloadConnection, {
    description: 'The open cases that you manage (mine borgere). Shows and counts only cases that you may see.',
  })
  @Public()
  @Roles('KEY_MANAGER')
  async myCases(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<CoordinationCase>> {
    const keys: RowKey[] = await context.database.query(
      `SELECT c.citizen_id AS "citizenId", c.id FROM key_manager k
       JOIN coordination_case c ON c.citizen_id = k.citizen_id AND c.id = k.case_id
       WHERE k.actor_id = $1 AND k.valid_to IS NULL AND c.status <> 'CLOSED' ORDER BY c.opened_at, c.id`,
      [context.actor.id],
    );
    const read = (wanted: readonly RowKey[]) => context.database.getRepository(CoordinationCase).findBy(within(wanted));
    return CaseloadConnection.of(await visiblePage(context, 'CARE_TEAM', page, keys, read));
  }

  @Query(() => OverdueAgreementConnection, {
    description:
      'Open agreements whose date has passed, the longest overdue first (overskredne aftaler). Shows and counts only what you may see.',
  })
  @Public()
  async overdueAgreements(
    @Arg('scope', () => WorkScope, { defaultValue: WorkScope.MY_CASES, description: 'Whose work.' }) scope: WorkScope,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<Agreement>> {
    const keys: RowKey[] = await context.database.query(
      `SELECT a.citizen_id AS "citizenId", a.id ${OVERDUE_OF[scope]} AND a.due_on < $2 ORDER BY a.due_on, a.id`,
      [context.actor.id, today()],
    );
    const read = (wanted: readonly RowKey[]) => context.database.getRepository(Agreement).findBy(within(wanted));
    return OverdueAgreementConnection.of(await visiblePage(context, 'PLAN', page, keys, read));
  }

  @Query(() => OverdueAgreementFollowUpConnection, {
    description:
      'Follow-ups whose day has passed without a result, the longest overdue first (overskredne opfølgninger). Shows and counts only what you may see.',
  })
  @Public()
  async overdueAgreementFollowUps(
    @Arg('scope', () => WorkScope, { defaultValue: WorkScope.MY_CASES, description: 'Whose work.' }) scope: WorkScope,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<FollowUp>> {
    const keys: RowKey[] = await context.database.query(
      `SELECT f.citizen_id AS "citizenId", f.id ${FOLLOW_UPS_OF(scope)}
       AND f.held_on IS NULL AND f.due_on < $2 ORDER BY f.due_on, f.id`,
      [context.actor.id, today()],
    );
    const read = (wanted: readonly RowKey[]) => context.database.getRepository(FollowUp).findBy(within(wanted));
    return OverdueAgreementFollowUpConnection.of(await visiblePage(context, 'PLAN', page, keys, read));
  }
}

function within(keys: readonly RowKey[]) {
  return { citizenId: In(keys.map(({ citizenId }) => citizenId)), id: In(keys.map(({ id }) => id)) };
}
