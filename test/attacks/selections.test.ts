/** Headers that claim to be somebody are not read. */
import { citizenNo, useAttacker } from '../support/attacker.js';

const { ask } = useAttacker();
const person = citizenNo(133);
const { id } = person;

describe('headers that claim to be somebody', () => {
  it('I-1: are not read', async () => {
    const headers = {
      'x-actor': person.actorId,
      'x-role': 'CITIZEN',
      'x-sammen-actor': person.actorId,
      'x-citizen-id': id,
    };
    const query = 'query Q($id: ID!) { me { id } citizen(id: $id) { name } }';
    const answer = await ask('gateway', 'outsider', query, { id }, { headers });
    expect(answer.body.data).toEqual({ me: null, citizen: { name: null } });
  });
});
