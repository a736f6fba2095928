import { Citizen, connectionOf } from '@sammen/subgraph-kit';

/** Citizens as a list: each one's fields are decided for themselves. */
export const CitizenConnection = connectionOf(Citizen, null);
