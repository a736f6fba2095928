/** What somebody sees who is not signed in. */
import { type FormEvent, useState } from 'react';
import { Field } from '../parts/Field.js';
import { Notice } from '../parts/Notice.js';
import { type Problem, useSession } from '../session/SessionProvider.js';
import { fill, type Texts } from '../texts/texts.js';
import { useTexts } from './language.js';

/** Draws it. */
export function SignInPage() {
  const { signIn } = useTexts();
  const { settings, problem, signIn: begin } = useSession();
  return (
    <main className="sign-in">
      <h1>{signIn.title}</h1>
      <p className="lead">{signIn.lead}</p>
      {problem !== null && <Notice kind="error" title={wordsOf(problem, signIn)} />}
      {settings !== null && settings.signIn === null && <TokenForm />}
      {settings !== null && settings.signIn !== null && (
        <button type="button" className="primary" onClick={() => void begin()}>
          {signIn.signIn}
        </button>
      )}
      {settings?.issuerKind === 'DEVELOPMENT' && <p className="hint">{signIn.development}</p>}
    </main>
  );
}

function wordsOf(problem: Problem, signIn: Texts['signIn']): string {
  if (problem === 'UNREACHABLE') return signIn.unreachable;
  return problem === 'REFUSED' ? signIn.refused : fill(signIn.failed, { reason: problem.reason });
}

function TokenForm() {
  const { signIn } = useTexts();
  const { useToken: begin } = useSession();
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token.trim() !== '') void begin(token.trim());
  };
  return (
    <form onSubmit={submit}>
      <p>{signIn.notConfigured}</p>
      <Field label={signIn.tokenLabel} hint={signIn.tokenHint}>
        {(ids) => (
          <input
            {...ids}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="primary">
        {signIn.useToken}
      </button>
    </form>
  );
}
