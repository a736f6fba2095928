/** Asks the graph who one is, and what one sees of a citizen. Roles without a purpose may ask neither; they see no citizen. */
import { useCallback, useEffect, useState } from 'react';
import { useTexts } from '../app/language.js';
import type { JsonObject } from '../rows/json.js';
import { askGraph } from '../ask/askGraph.js';
import { useSession, useSignedIn } from '../session/SessionProvider.js';

/** Who asks, as `Query.viewer` has it. */
export interface Viewer {
  readonly organisation: { readonly name: string } | null;
  readonly unit: { readonly name: string } | null;
  readonly caps: readonly { readonly purpose: string; readonly categories: readonly string[] }[];
}

/** One row of `Citizen.viewerAccess`. */
export interface CategoryAccess {
  readonly category: string;
  readonly state: string;
  readonly nextStep: string;
}

const VIEWER = `query Viewer { viewer { organisation { name } unit { name } caps { purpose categories } } }`;
const ACCESS = `query ViewerAccess($id: ID!) { citizen(id: $id) { viewerAccess { category state nextStep } } }`;

type Asked = { readonly data: JsonObject } | { readonly reason: string };

/** Asks for the purpose that is chosen; never rejects. */
function useAsk(): (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Asked> {
  const { settings } = useSession();
  const { session, purpose } = useSignedIn();
  const { states } = useTexts();
  const url = settings?.graphql ?? '/graphql';
  return useCallback(
    async (query, variables = {}) => {
      const answer = await askGraph(
        { query, variables, purpose },
        { url, accessToken: () => session.accessToken(), signal: new AbortController().signal, deadline: 30_000 },
      );
      if (answer.kind !== 'ANSWERED') return { reason: states[answer.kind].title };
      const { data, errors } = answer.body;
      if (data) return { data };
      return { reason: [errors?.[0]?.message, errors?.[0]?.extensions?.next].filter(Boolean).join(' ') };
    },
    [purpose, session, states, url],
  );
}

/** Who one is; null until that is known. */
export function useViewer(): Viewer | null {
  const ask = useAsk();
  const [viewer, setViewer] = useState<Viewer | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ask(VIEWER).then((asked) => {
      if (isCurrent && 'data' in asked) setViewer(asked.data['viewer'] as unknown as Viewer);
    });
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  return viewer;
}

/** What one sees of a citizen, asked for when somebody looks: that is a look, and stands in the citizen's log. */
export function useViewerAccess() {
  const ask = useAsk();
  const [state, setState] = useState<null | readonly CategoryAccess[] | { readonly reason: string }>(null);
  const look = async (id: string): Promise<void> => {
    const asked = await ask(ACCESS, { id });
    if ('reason' in asked) return setState(asked);
    const citizen = asked.data['citizen'] as { readonly viewerAccess: readonly CategoryAccess[] } | null;
    setState(citizen?.viewerAccess ?? []);
  };
  return { state, look };
}
