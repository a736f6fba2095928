import type { FieldState } from '@sammen/client';
import { useSpeech } from '../words/speaking.js';

interface Props {
  readonly state: Exclude<FieldState, { state: 'value' }>;
  /** Said in place of “nothing recorded”. */
  readonly empty?: string | undefined;
}

/** Why there is nothing to show: recorded is nothing, it is withheld, or it cannot be had now. Three things, three looks. */
export function Notice({ state, empty }: Props) {
  const { states, sources } = useSpeech().words;
  if (state.state === 'empty') return <p className="notice empty">{empty ?? states.empty}</p>;
  if (state.state === 'withheld') return <p className="notice withheld">{states.withheld}</p>;
  const source = sources[state.source ?? ''];
  return <p className="notice failed">{source === undefined ? states.failed : states.failedSource(source)}</p>;
}
