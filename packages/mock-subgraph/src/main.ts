import { runProcess } from '@sammen/subgraph-kit';
import { readMockConfig } from './config.js';
import { startMockSubgraph } from './startMockSubgraph.js';

await runProcess('mock', () => startMockSubgraph(readMockConfig()));
