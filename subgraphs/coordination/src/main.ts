import { runSubgraph } from '@sammen/subgraph-kit';
import { coordination } from './subgraph.js';

await runSubgraph(coordination);
