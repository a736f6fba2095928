import { runSubgraph } from '@sammen/subgraph-kit';
import { citizen } from './subgraph.js';

await runSubgraph(citizen);
