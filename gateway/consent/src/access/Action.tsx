import { type ReactNode, useState } from 'react';
import { say, useClient } from '../graph/client.js';
import { codeOf } from '../graph/useAnswer.js';
import { useSpeech } from '../words/speaking.js';

interface Props {
  readonly title: string;
  /** What it means, before it is done. */
  readonly meaning: readonly string[];
  readonly document: unknown;
  readonly input: () => object;
  readonly isReady?: boolean;
  readonly children?: ReactNode;
  onDone(): void;
}

/** Something that can be done: opened, it says what it means; its button does it, once. */
export function Action({ title, meaning, document, input, isReady = true, children, onDone }: Props) {
  const { words } = useSpeech();
  const client = useClient();
  const [failed, setFailed] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  async function run(): Promise<void> {
    setIsSending(true);
    const code = await say(client, document, input()).catch(codeOf);
    setIsSending(false);
    setFailed(code);
    if (code === null) onDone();
  }
  return (
    <details className="action">
      <summary>{title}</summary>
      {meaning.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
      {failed !== null && (
        <p role="alert" className="notice failed">
          {words.failures[failed] ?? words.failures['UNKNOWN']}
        </p>
      )}
      <button type="button" className="main" disabled={isSending || !isReady} onClick={() => void run()}>
        {title}
      </button>
    </details>
  );
}
