import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { parse } from 'graphql';
import { SUITES } from '/tmp/wt/conformance/test/conformance/federation/suites';
import { composed } from '/tmp/wt/conformance/test/conformance/federation/support/load';
import { loadSupergraph } from '/tmp/wt/conformance/gateway/src/supergraph/planner';
import { createLog } from '/tmp/wt/conformance/gateway/src/logging';
it('x', async () => {
  const pat = process.env.F!.split('|');
  for (const s of SUITES.filter(s => s.feature.includes(pat[0]))) {
    const { plan } = await loadSupergraph(composed(s.subgraphs), createLog('silent'));
    for (const c of s.cases.filter(c => c.name.includes(pat[1] ?? ''))) {
      const p = plan(parse(c.query), undefined);
      process.stdout.write(c.name + '\n' + prettyFormatQueryPlan(p) + '\n');
      if (process.env.J) process.stdout.write(JSON.stringify(p, (k,v)=>k==='operationDocumentNode'?undefined:v, 1)+'\n');
    }
  }
});
