import { socialParagraph } from '@sammen/reference-data';
import { assertId, type SubgraphContext } from '@sammen/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { municipalityErrors } from '../errors.js';
import type { BaselineInput, ServiceGoalInput } from '../input/socialServiceInput.js';
import type { SocialAct } from '../model/codes.js';
import { effortStatus } from '../model/effortStatus.js';
import type { ServiceGoal } from '../model/serviceGoal.js';
import { SocialService } from '../model/socialService.js';
import { reportCaseworker } from './caseworkerRelation.js';

/**
 * The paragraph is one in use. Whether the citizen has the age for it is not checked: no birth date is known here.
 * @throws PARAGRAPH_UNKNOWN
 */
export function assertParagraph(act: SocialAct, paragraph: string): void {
  if (socialParagraph(act, paragraph) === null)
    throw municipalityErrors('PARAGRAPH_UNKNOWN', { field: 'input.paragraph' });
}

/** The description that a service rests on, as columns. @throws INVALID_ID */
export function baselineOf(
  baseline: BaselineInput | null | undefined,
): Pick<SocialService, 'assessmentId' | 'assessmentVersion'> {
  if (baseline === null || baseline === undefined) return { assessmentId: null, assessmentVersion: null };
  const assessmentId = assertId(baseline.assessmentId, 'input.restsOn.assessmentId');
  return { assessmentId, assessmentVersion: baseline.version };
}

/** Goals as they are kept. */
export function goalsOf(goals: readonly ServiceGoalInput[]): ServiceGoal[] {
  return goals.map(({ text, kind, theme }) => ({ text, kind, theme }));
}

/** A service that has ended stays as it was. @throws SERVICE_ENDED */
export function assertNotEnded(service: SocialService): void {
  if (effortStatus(service) === 'ENDED') throw municipalityErrors('SERVICE_ENDED', { field: 'input.serviceId' });
}

/** Saves a service with the relation that follows from it. */
export async function saveService(
  context: SubgraphContext,
  manager: EntityManager,
  service: SocialService,
): Promise<SocialService> {
  const saved = await manager.save(SocialService, service);
  await reportCaseworker(context, manager, { ...saved, since: saved.decidedOn, until: saved.validTo });
  return saved;
}
