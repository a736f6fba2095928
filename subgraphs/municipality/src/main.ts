import { runSubgraph } from '@sammen/subgraph-kit';
import { municipality } from './subgraph.js';

await runSubgraph(municipality);
