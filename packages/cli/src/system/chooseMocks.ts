/** Which subgraphs are themselves and which are mocked. The citizen's own subgraph decides, so it is never mocked. */
import { join } from 'node:path';
import { cliError } from '../errors.js';
import { chooseServices, type Service } from './services.js';

/** What was asked for. */
export interface MockChoice {
  /** The project's folder. */
  readonly root: string;
  readonly only?: readonly string[] | undefined;
  readonly mock?: readonly string[] | undefined;
}

/** Every sector that `--only` leaves out. */
const REST = 'rest';
/** The decision point. */
const DECIDES = 'citizen';

/**
 * The services to start, mocks among them; always with the gateway and with who decides.
 * @throws SERVICE_UNKNOWN, MOCK_IMPOSSIBLE
 */
export function chooseMocks(all: readonly Service[], { root, only, mock = [] }: MockChoice): Service[] {
  const sectors = all.filter(({ kind, name }) => kind === 'subgraph' && name !== DECIDES).map(({ name }) => name);
  if (mock.includes(DECIDES)) {
    throw cliError('MOCK_IMPOSSIBLE', { message: 'The citizen subgraph decides who may see what; it is not mocked.' });
  }
  chooseServices(all, [...mock.filter((name) => name !== REST), ...(only ?? [])]);
  const mocked = sectors.filter((name) => mock.includes(name) || (mock.includes(REST) && !only?.includes(name)));
  const both = mocked.filter((name) => only?.includes(name));
  const others = mock.filter((name) => name !== REST && !sectors.includes(name));
  const wrong = [...both, ...others];
  if (wrong.length > 0) throw cliError('MOCK_IMPOSSIBLE', { message: `It cannot be mocked: ${wrong.join(', ')}.` });
  const wanted = only ?? all.map(({ name }) => name);
  const names = new Set([...wanted, ...mocked, DECIDES, 'gateway']);
  return chooseServices(all, [...names]).map((service) =>
    mocked.includes(service.name) ? standIn(root, service) : service,
  );
}

function standIn(root: string, service: Service): Service {
  return {
    ...service,
    entry: join(root, 'packages/mock-subgraph/dist/main.js'),
    seed: null,
    isMock: true,
    schema: join(root, 'subgraphs', service.name, 'schema.graphql'),
  };
}
