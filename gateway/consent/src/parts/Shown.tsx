import { type Answer, fieldState } from '@sammen/client';
import type { ReactNode } from 'react';
import { Notice } from './Notice.js';

interface Props<Value> {
  readonly answer: Answer;
  /** Which field of the citizen's. */
  readonly field: string;
  /** Said where nothing is recorded. */
  readonly empty?: string;
  readonly children: (value: Value) => ReactNode;
}

/** One field of the citizen's: its value is shown by `children`; where there is none, why. */
export function Shown<Value>({ answer, field, empty, children }: Props<Value>) {
  const state = fieldState(answer, ['citizen', ...field.split('.')]);
  return state.state === 'value' ? children(state.value as Value) : <Notice state={state} empty={empty} />;
}
