import type { ReactNode } from 'react';
import { type Change, type InputOf, useChange } from '../graph/useChange.js';
import { Refused } from '../parts/Refused.js';

interface Props<Input extends { readonly citizenId: string }> {
  readonly title: string;
  /** What it means, before it is done. */
  readonly meaning: readonly string[];
  readonly document: Change<Input>;
  readonly input: NoInfer<InputOf<Input>>;
  readonly isReady?: boolean;
  readonly children?: ReactNode;
  onDone?(): void;
}

/** Something that can be done: opened, it says what it means; its button does it, once. */
export function Action<Input extends { readonly citizenId: string }>(props: Props<Input>) {
  const { title, meaning, document, input, isReady = true, children, onDone } = props;
  const { send, refused, isSending } = useChange(document);
  const run = async () => {
    if (await send(input)) onDone?.();
  };
  return (
    <details className="action">
      <summary>{title}</summary>
      {meaning.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
      <Refused code={refused} />
      <button type="button" className="main" disabled={isSending || !isReady} onClick={() => void run()}>
        {title}
      </button>
    </details>
  );
}
