/** The way back after a session has ended, without losing what was written. */
import { useState } from 'react';
import { useTexts } from '../app/language.js';
import type { Question } from '../ask/askGraph.js';
import { useSession } from '../session/SessionProvider.js';

/** Draws it. */
export function SignInAgain({ question }: { readonly question: Question }) {
  const { app, signIn } = useTexts();
  const { signIn: again } = useSession();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(question.query);
    setCopied(true);
  };
  return (
    <p className="bar">
      <button type="button" onClick={() => void copy()}>
        {isCopied ? app.copied : app.copy}
      </button>
      <button type="button" className="primary" onClick={() => void again()}>
        {signIn.signIn}
      </button>
    </p>
  );
}
