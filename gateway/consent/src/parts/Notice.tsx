import type { FieldState } from '@sammen/client';
import { useSpeech } from '../words/speaking.js';

/** Why there is nothing to show: recorded is nothing, it is withheld, or it cannot be had now. Three things, three looks. */
export function Notice({ state }: { readonly state: Exclude<FieldState, { state: 'value' }> }) {
  const { words } = useSpeech();
  if (state.state === 'empty') return <p className="notice empty">{words.states.empty}</p>;
  if (state.state === 'withheld') return <p className="notice withheld">{words.states.withheld}</p>;
  const source = state.source === null ? undefined : words.sources[state.source];
  return (
    <p className="notice failed">{source === undefined ? words.states.failed : words.states.failedSource(source)}</p>
  );
}
