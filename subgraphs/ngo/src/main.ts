import { runSubgraph } from '@sammen/subgraph-kit';
import { ngo } from './subgraph.js';

await runSubgraph(ngo);
