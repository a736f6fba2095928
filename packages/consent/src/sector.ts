/** The five sectors of the graph: whose data it is, and which subgraph serves it. */
export const SECTORS = ['PSYCHIATRY', 'MUNICIPALITY', 'NGO', 'COORDINATION', 'CITIZEN'] as const;

/** One of {@link SECTORS}. */
export type Sector = (typeof SECTORS)[number];
