/** Grants asked for as a subgraph asks for them, and the statements that the decision point ran for each. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { type Actor, DATA_CATEGORIES, encodeCategories, type Purpose } from '@sammen/consent';
import type { LargeSystem } from './largeSystem.js';

/** What one grant was and took. */
export interface PricedGrant {
  /** Asked and permitted categories by citizen, as bit sets. */
  readonly c: Readonly<Record<string, readonly [asked: string, permitted: string]>>;
  /** Every statement that the decision point sent to its database, BEGIN and COMMIT included. */
  readonly sqlStatements: number;
}

interface Claims extends Pick<PricedGrant, 'c'> {
  readonly rid: string;
}

/** Asks for every category of these citizens. */
export async function grantFor(
  system: LargeSystem,
  { actor, purpose }: { readonly actor: Actor; readonly purpose: Purpose },
  citizenIds: readonly string[],
): Promise<PricedGrant> {
  const categories = encodeCategories(DATA_CATEGORIES);
  const response = await fetch(`${system.urls['citizen']}/grants`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await system.token(actor)}`,
    },
    body: JSON.stringify({
      purpose,
      operation: { name: null, hash: '', requestId: randomUUID() },
      subjects: citizenIds.map((citizenId) => ({ citizenId, categories })),
    }),
  });
  const { grant } = (await response.json()) as { grant: string };
  const claims = JSON.parse(Buffer.from(grant.split('.')[1]!, 'base64url').toString()) as Claims;
  // Who signs nothing is not believed about their request; the decision point says what it made of it.
  return { c: claims.c, sqlStatements: await statementsOf(system, claims.rid) };
}

/** The line is written when the answer has gone out. */
async function statementsOf(system: LargeSystem, requestId: string): Promise<number> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; await setTimeout(20)) {
    const lines = (await readFile(system.logOf('citizen'), 'utf8')).split('\n');
    const line = lines.find((each) => each.includes(requestId) && each.includes('sqlStatements'));
    if (line !== undefined) return (JSON.parse(line) as PricedGrant).sqlStatements;
  }
  throw new Error('The decision point logged no answer to that request.');
}
