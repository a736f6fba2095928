import { useSpeech } from '../words/speaking.js';
import type { Opening } from './openSession.js';

/** Nobody is signed in: why, and the way in. */
export function SignedOut({ opening, hasEnded }: { readonly opening: Opening; readonly hasEnded: boolean }) {
  const { words } = useSpeech();
  if (opening.state === 'leaving') return <p role="status">{words.session.leaving}</p>;
  if (opening.state === 'closed')
    return (
      <p role="alert" className="notice failed">
        {opening.code === 'NO_SIGN_IN' ? words.session.noSignIn : words.session.notReachable}
      </p>
    );
  return (
    <>
      {opening.failed !== null && (
        <p role="alert" className="notice failed">
          {words.session.refused}
        </p>
      )}
      <p role="status">{hasEnded ? words.session.ended : words.session.signedOut}</p>
      <button type="button" className="main" onClick={() => void opening.signIn.signIn()}>
        {words.session.signIn}
      </button>
    </>
  );
}
