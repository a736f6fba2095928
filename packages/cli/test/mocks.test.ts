/** Which services `sammen start --mock` starts, and as what. */
import { chooseMocks } from '../src/system/chooseMocks';
import type { Service } from '../src/system/services';

const service = (name: string, kind: Service['kind'], portOffset: number): Service => ({
  ...{ name, kind, portOffset },
  entry: `/project/${name}/dist/main.js`,
  seed: kind === 'subgraph' ? `/project/${name}/dist/seed.js` : null,
});
const SECTORS = ['citizen', 'psychiatry', 'municipality', 'ngo', 'coordination'];
const ALL = [
  ...SECTORS.map((name, at) => service(name, 'subgraph', at + 1)),
  service('issuer', 'issuer', 6),
  service('gateway', 'gateway', 0),
];

/** Names, mocks with a star. */
const chosen = (only: string[] | undefined, mock: string[]): string[] =>
  chooseMocks(ALL, { root: '/project', only, mock }).map(({ name, isMock, seed, entry }) => {
    if (isMock) expect([seed, entry]).toEqual([null, '/project/packages/mock-subgraph/dist/main.js']);
    else expect(entry).toBe(`/project/${name}/dist/main.js`);
    return isMock ? `${name}*` : name;
  });

it.each([
  [['psychiatry'], ['rest'], 'citizen psychiatry municipality* ngo* coordination* issuer gateway'],
  [['gateway'], ['rest'], 'citizen psychiatry* municipality* ngo* coordination* issuer gateway'],
  [undefined, ['ngo'], 'citizen psychiatry municipality ngo* coordination issuer gateway'],
  [['psychiatry'], ['ngo'], 'citizen psychiatry ngo* issuer gateway'],
])('--only %j --mock %j starts %s: always with who decides, and with the gateway', (only, mock, names) => {
  expect(chosen(only, mock).join(' ')).toBe(names);
});

it.each([
  ['who decides', ['psychiatry'], ['citizen'], 'MOCK_IMPOSSIBLE'],
  ['who decides, among others', undefined, ['rest', 'citizen'], 'MOCK_IMPOSSIBLE'],
  ['the gateway', undefined, ['gateway'], 'MOCK_IMPOSSIBLE'],
  ['what is to be itself', ['ngo'], ['ngo'], 'MOCK_IMPOSSIBLE'],
  ['what there is not', undefined, ['moon'], 'SERVICE_UNKNOWN'],
])('nobody mocks %s', (_what, only, mock, code) => {
  expect(() => chosen(only, mock)).toThrow(expect.objectContaining({ code }));
});
