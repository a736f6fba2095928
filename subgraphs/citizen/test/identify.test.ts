import { SERVICE_CALL_HEADER } from '@sammen/identity';
import { citizenIdOf, DEFAULT_SEED, EDGE_CASES, personOf } from '@sammen/population';
import { useSystem } from '../../../test/support/system.js';

const system = useSystem();
const { cpr } = personOf(DEFAULT_SEED, EDGE_CASES.showcase);

async function identify(content: unknown, service: string | null = 'psychiatry', to = 'citizen') {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  const signature =
    service === null ? undefined : system.signer(service).sign({ method: 'POST', path: '/identify', body, to });
  const response = await fetch(`${system.baseUrls['citizen']}/identify`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { [SERVICE_CALL_HEADER]: signature }),
    },
    body,
  });
  return { status: response.status, body: (await response.json()) as any };
}

describe('POST /identify', () => {
  it.each(['psychiatry', 'municipality'])('tells %s whom a CPR number names', async (service) => {
    const { status, body } = await identify({ cpr }, service);
    expect({ status, body }).toEqual({
      status: 200,
      body: { citizenId: citizenIdOf(DEFAULT_SEED, EDGE_CASES.showcase) },
    });
  });

  it('says null of a number that names nobody', async () => {
    expect(await identify({ cpr: '3112999900' })).toEqual({ status: 200, body: { citizenId: null } });
  });

  it.each(['ngo', 'coordination', 'import'])('tells %s nothing', async (service) => {
    const { status, body } = await identify({ cpr }, service);
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'IDENTIFY_NOT_YOURS']);
  });

  it('tells nobody anything whose call is not signed, or signed for another', async () => {
    for (const call of [identify({ cpr }, null), identify({ cpr }, 'psychiatry', 'psychiatry')]) {
      const { status, body } = await call;
      expect([status, body.errors[0].extensions.code]).toEqual([401, 'SERVICE_CALL_INVALID']);
    }
  });

  it.each([
    ['no number', {}],
    ['a number with a dash', { cpr: '010170-9901' }],
    ['a number that is a number', { cpr: 101709901 }],
    ['null', 'null'],
    ['broken JSON', '{"cpr":'],
  ])('refuses %s', async (_, content) => {
    const { status, body } = await identify(content);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'CPR_MALFORMED']);
  });

  it('I-8: writes no number and no id into the log, only that it was asked', async () => {
    await identify({ cpr });
    const log = await system.log('citizen');
    expect(log).toContain('"identified"');
    expect(log).not.toContain(cpr);
    expect(log).not.toContain(citizenIdOf(DEFAULT_SEED, EDGE_CASES.showcase));
  });
});
