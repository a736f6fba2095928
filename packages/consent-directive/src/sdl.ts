import { CATEGORY_DESCRIPTIONS, DATA_CATEGORIES } from '@sammen/consent';

/** The directives as schema text: the same in every subgraph, or composition refuses. */

/** The name that labels go by, in every subgraph and in the supergraph. */
export const CONSENT_DIRECTIVE = 'consent';

/** The name of the declaration that a field holds no data about a citizen that needs a consent. */
export const PUBLIC_DIRECTIVE = 'public';

/** The feature that both directives are linked as, without its version. */
export const CONSENT_FEATURE = 'https://sammen.example/consent/';

const FEDERATION_IMPORTS = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@override',
  '@inaccessible',
  '@tag',
  '@composeDirective',
  '@cost',
  '@listSize',
];

/** `extend schema`: federation, and this feature, composed so that the supergraph carries every label. */
export const LINKS_SDL = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(FEDERATION_IMPORTS)})
  @link(url: "${CONSENT_FEATURE}v1.0", import: ["@${CONSENT_DIRECTIVE}", "@${PUBLIC_DIRECTIVE}"])
  @composeDirective(name: "@${CONSENT_DIRECTIVE}")
  @composeDirective(name: "@${PUBLIC_DIRECTIVE}")
`;

/** The two directive definitions. */
export const DIRECTIVES_SDL = `"""
What kind of data this is: shown only to whom the citizen, the law or their own work with the citizen allows it.
On a type it holds for every field of the type that says nothing else.
"""
directive @${CONSENT_DIRECTIVE}(category: DataCategory!) on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_FIELD_DEFINITION

"""Holds nothing about a citizen that needs a consent. On a type it holds for every field that says nothing else."""
directive @${PUBLIC_DIRECTIVE} on FIELD_DEFINITION | OBJECT
`;

/** `enum DataCategory`, described. */
export const DATA_CATEGORY_SDL = `"""What kind of data a field holds: the unit in which consent is given, decided, granted and logged."""
enum DataCategory {
${DATA_CATEGORIES.map((category) => `  """${CATEGORY_DESCRIPTIONS[category]}"""\n  ${category}`).join('\n')}
}
`;

/** Everything that a subgraph's schema needs besides its own types. */
export const CONSENT_SDL = `${LINKS_SDL}\n${DIRECTIVES_SDL}\n${DATA_CATEGORY_SDL}`;
