/** What a person sees who opens the gateway's address: a page without scripts and without anything from elsewhere. */

/** Nothing may be loaded; the one style sheet stands in the page. */
export const HOME_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page at `GET /`. */
export const HOME_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sammen</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}pre{overflow:auto;padding:1rem;border:1px solid}</style>
<h1>Sammen</h1>
<p>One graph of the citizen across psychiatry, municipality, NGOs and coordination. This address speaks GraphQL over POST.</p>
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
</html>
`;
