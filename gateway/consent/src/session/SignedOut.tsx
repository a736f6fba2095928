import { useState } from 'react';
import { useSpeech } from '../words/speaking.js';
import { leave, type Opening } from './openSession.js';

/** Nobody is signed in: why, and the way in. */
export function SignedOut({ opening, hasEnded }: { readonly opening: Opening; readonly hasEnded: boolean }) {
  const words = useSpeech().words.session;
  const [isUnreachable, setUnreachable] = useState(false);
  const notice = (said: string) => (
    <p role="alert" className="notice failed">
      {said}
    </p>
  );
  if (opening.state === 'closed') return notice(opening.code === 'NO_SIGN_IN' ? words.noSignIn : words.notReachable);
  return (
    <>
      {isUnreachable ? notice(words.notReachable) : opening.failed !== null && notice(words.refused)}
      <p role="status">{hasEnded ? words.ended : words.signedOut}</p>
      <button
        type="button"
        className="main"
        onClick={() => void leave(opening.signIn).catch(() => setUnreachable(true))}
      >
        {words.signIn}
      </button>
    </>
  );
}
