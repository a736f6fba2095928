/** What somebody sees whose installation has no built pages: that it is so, what to do, and how to ask without them. */

/** A page without scripts; `nonce` lets its one style sheet in. */
export const notBuilt = (page: string, nonce: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sammen</title>
<style nonce="${nonce}">body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}pre{overflow:auto;padding:1rem;border:1px solid}</style>
<main>
<h1>Sammen</h1>
<p>The page <code>${page}</code> is not built in this installation: its files are missing in <code>gateway/${page}/dist</code>. Run <code>npm run build:pages</code> and load this page again. The graph works without it.</p>
<h2>Ask</h2>
<p>Get a token for one of the made-up people of a development installation:</p>
<pre>npx sammen token key-manager</pre>
<p>Then ask, and say what for:</p>
<pre>curl http://127.0.0.1:4000/graphql \\
  -H "authorization: Bearer $TOKEN" \\
  -H "x-sammen-purpose: CARE_COORDINATION" \\
  -H "content-type: application/json" \\
  -d '{"query":"{ __schema { queryType { fields { name description } } } }"}'</pre>
<h2>Read the answer</h2>
<ul>
<li>A field that is <code>null</code> and listed in <code>extensions.consent.withheld</code> is withheld from you, whether it holds anything or not.</li>
<li>A field that is <code>null</code> or <code>[]</code> and listed nowhere holds nothing.</li>
<li><code>errors</code> tell what failed, each with a code, the source and what to do next.</li>
</ul>
<p><a href="/health/ready">Is everything up?</a></p>
</main>
</html>
`;
