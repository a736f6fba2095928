/** The style sheet of all pages; light and dark as the reader's system is. Contrast is at least 4.5 to 1 in both. */
export const STYLE = `:root{color-scheme:light dark;--ink:#16202b;--paper:#fff;--line:#7b8794;--accent:#0b5a8a;--note:#eef4f8}
@media (prefers-color-scheme:dark){:root{--ink:#eef2f6;--paper:#12181f;--line:#8795a4;--accent:#7cc4f2;--note:#1d2833}}
*{box-sizing:border-box}
body{margin:0 auto;padding:0 1rem 3rem;max-width:46rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header{display:flex;justify-content:space-between;padding:1rem 0;font-weight:600}
a{color:var(--accent)}
h1{font-size:1.6rem;margin:.5rem 0 1rem}
h2{font-size:1.1rem}
.note{padding:.8rem 1rem;background:var(--note);border-inline-start:.3rem solid var(--accent)}
.people{list-style:none;margin:0;padding:0;display:grid;gap:.6rem}
button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:.4rem;padding:.7rem 1rem;cursor:pointer;min-height:2.75rem}
.people button{width:100%;text-align:start}
.people strong,.people small{display:block}
code{font-size:.9em}
.people code{float:inline-end}
button:hover{background:var(--note)}
button:focus-visible,a:focus-visible{outline:.2rem solid var(--accent);outline-offset:.15rem}
.main{background:var(--accent);color:var(--paper);border-color:var(--accent)}
.main:hover{background:var(--accent);text-decoration:underline}
`;
