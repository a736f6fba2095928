/** Puts the kind of data and who is responsible into the description of each field, where every reader of the schema sees it. */
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { type Texts, wordFor } from '../texts/texts.js';

/** As `GET /schema-labels.json` gives them. */
export type SchemaLabels = Readonly<
  Record<string, { readonly category: string | null; readonly sources: readonly string[] }>
>;

/** The schema of an introspection, with labelled descriptions in the language of the texts. */
export function labelSchema(introspection: IntrospectionQuery, labels: SchemaLabels, texts: Texts): GraphQLSchema {
  const types = introspection.__schema.types.map((type) => {
    // Scalars and enums come with `fields: null`.
    if (!('fields' in type) || !type.fields) return type;
    const fields = type.fields.map((field) => {
      const label = labelInWords(labels[`${type.name}.${field.name}`], texts);
      const description = [field.description, label].filter(Boolean).join('\n\n');
      return { ...field, description: description || null };
    });
    return { ...type, fields };
  });
  return buildClientSchema({ __schema: { ...introspection.__schema, types } } as IntrospectionQuery);
}

/** `**Slags oplysning:** Diagnoser (DIAGNOSIS) · **Ansvarlig:** Psykiatrien`. */
export function labelInWords(label: SchemaLabels[string] | undefined, { schema, words }: Texts): string | undefined {
  if (label === undefined) return undefined;
  const { category, sources } = label;
  const kind =
    category === null
      ? null
      : category === 'PUBLIC'
        ? `${wordFor(words.categories, category)}, ${schema.public}`
        : `${wordFor(words.categories, category)} (${category})`;
  const responsible = sources.map((source) => wordFor(words.sectors, source)).join(', ');
  const parts = [kind && `**${schema.category}:** ${kind}`, responsible && `**${schema.sector}:** ${responsible}`];
  return parts.filter(Boolean).join(' · ') || undefined;
}
