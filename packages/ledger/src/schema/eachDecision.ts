/**
 * Decisions that came out alike for the same reason are kept once, with the list of their categories: most events name one
 * basis twenty times otherwise, and writing that out was half of what an event cost. Whoever reads the log sees them one by one.
 */

/** SQL: a payload's body with its decisions one by one, in the order in which they were kept. */
export const eachDecision = (body: string): string => `CASE WHEN ${body} -> 'decisions' -> 0 ? 'categories' THEN
      jsonb_set(${body}, '{decisions}', (
        SELECT jsonb_agg(g.alike - 'categories' || jsonb_build_object('category', c.category))
        FROM jsonb_array_elements(${body} -> 'decisions') AS g (alike)
        CROSS JOIN LATERAL jsonb_array_elements(g.alike -> 'categories') AS c (category)))
    ELSE ${body} END`;
