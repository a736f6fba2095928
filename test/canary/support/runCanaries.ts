/** Rounds of changes and questions, each question held against the oracle, the access log and what subgraphs heard. */
import type { Actor } from '@sammen/consent';
import type pg from 'pg';
import { gatherActors, purposeFor } from './actors.js';
import type { CanarySystem } from './canarySystem.js';
import { drawChange } from './changes.js';
import { drawMutation, drawQuery, type Material } from './drawOperation.js';
import { readSnapshot, type Snapshot } from './facts.js';
import { inParallel } from './inParallel.js';
import { askQuestion, checkHeard, checkLedger, judgeChange, judgeQuery, type SingingWorld } from './judge.js';
import { createLedgerReader } from './ledgerReader.js';
import { createRandom } from './random.js';
import { readTruth } from './readTruth.js';
import { createReport, type Report, tally, timed } from './report.js';
import { delivered, learnRows } from './settle.js';
import { shrink } from './shrink.js';
import { saveStart } from './startState.js';
import { type Step, stepOf } from './steps.js';
import { tryCase } from './tryCase.js';
import { GROUPS } from './truth.js';

/** How much and what. */
export interface RunOptions {
  readonly seed: number;
  readonly operations: number;
  readonly concurrency?: number;
  /** Stops when it has found as many as this. */
  readonly mostFailures?: number;
  /** `false`: a failure is kept as it is. */
  readonly shrinks?: boolean;
}

const QUESTIONS_PER_ROUND = 48;
const CHANGES_PER_ROUND = 6;

/** The system's people and rows as far as the checks need them; reads all of truth. */
export async function readWorld(system: CanarySystem, concurrency = 6): Promise<SingingWorld> {
  const { marks, people } = system;
  const idOfCpr = new Map(people.flatMap(({ cpr, id }) => (cpr === null ? [] : [[cpr, id] as const])));
  const world = { truth: new Map(), citizenIds: marks.citizenIds, marks, idOfCpr };
  const parts = people.flatMap((_, index) => Object.keys(GROUPS).map((group) => [index, group] as const));
  await inParallel(parts, concurrency, ([index, group]) => readTruth(system, world.truth, index, group));
  return world;
}

/** Runs until that many operations were asked, or enough failures were found. */
export async function runCanaries(
  system: CanarySystem,
  world: SingingWorld,
  { seed, operations, concurrency = 6, mostFailures = 1, shrinks = true }: RunOptions,
): Promise<Report> {
  const random = createRandom(seed);
  const { marks, people } = system;
  const { truth, citizenIds } = world;
  const citizen = (): pg.Pool => system.databases['citizen']!;
  const actors = await gatherActors(citizen(), people);
  const report = createReport(seed, actors.length);
  const ledger = await createLedgerReader(citizen);
  const start = shrinks ? await saveStart(system, world) : undefined;
  let history: Step[] = [];
  const at = Date.now();
  let snapshot = await readSnapshot(citizen(), citizenIds);
  const material: Material = {
    truth,
    citizenIds,
    cprNumbers: [...world.idOfCpr.keys()],
    known: (actor) => knownTo(actor, snapshot),
  };

  for (let round = 0; report.operations < operations && report.failures.length < mostFailures; round += 1) {
    const changes = random.some(citizenIds, CHANGES_PER_ROUND).map((citizenId) => {
      const fork = random.fork();
      const citizenIndex = marks.indexOf(citizenId);
      const knows = (actor: Actor): boolean => material.known(actor).includes(citizenId);
      const change = drawChange({ random: fork, citizenId, citizenIndex, actors, knows, truth });
      return { change, citizenIndex, operation: drawMutation(fork, change, material) };
    });
    const before = snapshot;
    const made = await timed(report, 'changing', () =>
      inParallel(changes, concurrency, async ({ change, citizenIndex, operation }) => {
        const asked = await askQuestion(system, change.actor, change.purpose, operation);
        for (const group of change.groups) await readTruth(system, truth, citizenIndex, group);
        return { asked, change };
      }),
    );
    await timed(report, 'settling', () =>
      settle(
        system,
        changes.map(({ citizenIndex }) => citizenIds[citizenIndex]!),
      ),
    );
    snapshot = await timed(report, 'facts', () => readSnapshot(citizen(), citizenIds));

    const count = Math.max(0, Math.min(QUESTIONS_PER_ROUND, operations - report.operations - made.length));
    const drawn = Array.from({ length: count }, () => {
      const fork = random.fork();
      const actor = fork.pick(actors);
      return { actor, purpose: purposeFor(fork, actor), operation: drawQuery(fork, actor, material) };
    });
    const answered = await timed(report, 'asking', () =>
      inParallel(drawn, concurrency, ({ actor, purpose, operation }) => askQuestion(system, actor, purpose, operation)),
    );
    const all = await timed(report, 'judging', async () => [
      ...made.map(({ asked, change }) => judgeChange(asked, change, world, before, snapshot)),
      ...answered.map((asked) => judgeQuery(asked, world, snapshot)),
    ]);
    await timed(report, 'checking the log', async () => checkLedger(all, await ledger.read()));
    await timed(report, 'listening', async () => {
      report.requestsHeard += checkHeard(all, await system.received(), marks);
    });
    tally(report, all);
    const earlier = history.length;
    history.push(...made.map(({ asked, change }) => stepOf(asked, change)));
    history.push(...answered.map((asked) => stepOf(asked, null)));
    const failed = [...all.entries()].filter(([, { findings }]) => findings.length > 0).slice(0, mostFailures);
    for (const [place, judged] of failed) {
      const { question, findings } = judged;
      const steps = history.slice(0, earlier + place + 1);
      const shrunk = start ? await shrink({ system, world, start, ledger }, steps, judged) : null;
      const found = { seed, citizens: people.length, round, question, findings };
      const whole = { steps, facts: null, at: Date.now() };
      report.failures.push({ ...found, isShrunk: shrunk !== null, case: shrunk ?? whole });
    }
    if (failed.length === 0 || start === undefined) continue;
    await start.restore();
    history = [];
    snapshot = await readSnapshot(citizen(), citizenIds);
  }
  // From the beginning once more: what was right is right again, or a saved case would prove nothing.
  if (start !== undefined && report.failures.length === 0) {
    const steps = history.slice(0, 2 * CHANGES_PER_ROUND);
    const { judged } = await timed(report, 'again', () =>
      tryCase({ system, world, start, ledger }, { steps, facts: null, at }),
    );
    report.again = judged.findings;
  }
  return report;
}

/** Citizens whom some fact connects with an actor. */
function knownTo(actor: Actor, { facts }: Snapshot): string[] {
  return [...facts.values()]
    .filter(
      ({ citizenId, relations, representatives, consents, emergencyAccesses }) =>
        citizenId === actor.citizenId ||
        [...relations, ...representatives, ...emergencyAccesses].some(({ actorId }) => actorId === actor.id) ||
        relations.some(({ organisationId }) => organisationId === actor.organisationId) ||
        consents.some(({ recipients }) =>
          recipients.some(
            (who) =>
              who.actorId === actor.id ||
              who.role === actor.role ||
              (who.organisationId ?? who.unitId?.split('/')[0]) === actor.organisationId,
          ),
        ),
    )
    .map(({ citizenId }) => citizenId);
}

async function settle(system: CanarySystem, citizenIds: readonly string[]): Promise<void> {
  await delivered(system);
  await learnRows(system, citizenIds);
}
