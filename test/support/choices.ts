/** What citizens of the attacks allow and refuse, said as they say it: over HTTP, in person. */
import type { DataCategory, Purpose } from '@sammen/consent';
import type { Person } from '@sammen/population';
import { type Attacker, inPerson, type Somebody } from './attacker.js';

const GIVE = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { id } }`;
const BLOCK = `mutation Block($input: GiveBlockInput!) { giveBlock(input: $input) { id } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { withdrawnAt } }`;

/** The choices of citizens, each made through the gateway. */
export function choicesOf({ ask }: Pick<Attacker, 'ask'>) {
  async function choose(mutation: string, person: Person, input: object): Promise<any> {
    const { body } = await ask('gateway', inPerson(person), mutation, { input: { citizenId: person.id, ...input } });
    if (body.errors !== undefined) throw new Error(`The citizen could not choose: ${JSON.stringify(body.errors)}`);
    return Object.values(body.data!)[0];
  }
  const said = ({ actor }: Somebody, categories: readonly DataCategory[], purpose: Purpose) => ({
    recipients: [{ actorId: actor.id }],
    categories,
    purposes: [purpose],
    consequencesExplained: true,
  });
  return {
    /** A consent of 30 days for one person and that person's purpose; its id. */
    async consent(person: Person, to: Somebody, categories: readonly DataCategory[]): Promise<string> {
      const validTo = new Date(Date.now() + 30 * 86_400_000).toISOString();
      const input = { ...said(to, categories, to.purpose!), validTo, legalBasis: 'HEALTH_DATA_OTHER_PURPOSE' };
      return (await choose(GIVE, person, input)).id;
    },
    /** A block against one person; its id. */
    async block(person: Person, against: Somebody, categories: readonly DataCategory[]): Promise<string> {
      return (await choose(BLOCK, person, said(against, categories, against.purpose!))).id;
    },
    /** Takes back a consent or a block. */
    async withdraw(person: Person, consentId: string): Promise<void> {
      await choose(WITHDRAW, person, { consentId });
    },
  };
}
