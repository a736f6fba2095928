/** The graph as it describes itself, with its labels; loaded once for each session. */
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../app/language.js';
import { askGraph } from '../ask/askGraph.js';
import { fetchWithToken } from '../session/capabilities.js';
import { useSession, useSignedIn } from '../session/SessionProvider.js';
import { labelSchema, type SchemaLabels } from './labelSchema.js';

/** The schema, or why there is none. */
export type LoadedSchema =
  | { readonly state: 'LOADING' | 'NOT_TOLD' | 'FAILED'; readonly schema: null }
  | {
      readonly state: 'LOADED';
      /** With the labels in its descriptions. */
      readonly schema: GraphQLSchema;
      /** Without: for who shows them beside. */
      readonly plain: GraphQLSchema;
      readonly labels: SchemaLabels;
    };

interface Raw {
  readonly introspection: IntrospectionQuery;
  readonly labels: SchemaLabels;
}

/** Loads it. */
export function useSchema(): LoadedSchema {
  const texts = useTexts();
  const { settings } = useSession();
  const { session, capabilities } = useSignedIn();
  const [raw, setRaw] = useState<Raw | 'LOADING' | 'FAILED'>('LOADING');
  const url = settings?.graphql ?? '/graphql';

  useEffect(() => {
    if (!capabilities.introspection) return;
    const controller = new AbortController();
    const accessToken = () => session.accessToken();
    const load = async () => {
      const question = { query: getIntrospectionQuery(), purpose: null };
      const [answer, { fields }] = await Promise.all([
        askGraph(question, { url, accessToken, signal: controller.signal, deadline: 30_000 }),
        fetchWithToken<{ readonly fields: SchemaLabels }>('/schema-labels.json', accessToken),
      ]);
      if (answer.kind !== 'ANSWERED' || !answer.body.data) throw new Error(answer.kind);
      return { introspection: answer.body.data as unknown as IntrospectionQuery, labels: fields };
    };
    load().then(
      (loaded) => controller.signal.aborted || setRaw(loaded),
      () => controller.signal.aborted || setRaw('FAILED'),
    );
    return () => controller.abort();
  }, [capabilities, session, url]);

  return useMemo((): LoadedSchema => {
    if (!capabilities.introspection) return { state: 'NOT_TOLD', schema: null };
    if (raw === 'LOADING' || raw === 'FAILED') return { state: raw, schema: null };
    const { introspection, labels } = raw;
    const plain = buildClientSchema(introspection);
    return { state: 'LOADED', schema: labelSchema(introspection, labels, texts), plain, labels };
  }, [capabilities, raw, texts]);
}
