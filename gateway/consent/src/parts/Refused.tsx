import { useSpeech } from '../words/speaking.js';

/** Why something was refused, by the code of the error; nothing when nothing was. */
export function Refused({ code }: { readonly code: string | null }) {
  const { words } = useSpeech();
  if (code === null) return null;
  return (
    <p role="alert" className="notice failed">
      {words.failures[code] ?? words.failures['UNKNOWN']}
    </p>
  );
}
