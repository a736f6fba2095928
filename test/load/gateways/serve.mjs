/** What every measured gateway has in common: it says where it listens, and what it has used when it is asked. */

/** Announces the address of a gateway that listens. */
export function announce(url) {
  process.on('message', ({ ask }) => {
    if (ask !== 'usage' && ask !== 'memory' && ask !== 'leftovers') return;
    // What is left when nothing is garbage, or when nothing young is.
    if (ask === 'memory') globalThis.gc?.();
    if (ask === 'leftovers') for (let times = 0; times < 2; times += 1) globalThis.gc?.({ type: 'minor' });
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send({ usage: { cpu: (user + system) / 1000, rss, heapUsed } });
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ url });
}

/** The composed graph with the addresses of the canned subgraphs, and the address of each. */
export const subgraphUrl = (name) => `${process.env.CANNED}/${name}/graphql`;
