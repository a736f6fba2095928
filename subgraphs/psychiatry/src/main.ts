import { runSubgraph } from '@sammen/subgraph-kit';
import { psychiatry } from './subgraph.js';

await runSubgraph(psychiatry);
