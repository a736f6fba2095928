import { ClientProvider } from './graph/client.js';
import { PersonPage } from './PersonPage.js';
import type { Opening } from './session/openSession.js';
import { SignedOut } from './session/SignedOut.js';
import { useSignedIn } from './session/useSignedIn.js';
import { useSpeech } from './words/speaking.js';

/** The whole page: who is signed in decides what it is. */
export function App({ opening }: { readonly opening: Opening }) {
  const { words, switchLanguage } = useSpeech();
  const { signedIn, hasEnded } = useSignedIn(opening);
  return (
    <>
      <a className="skip" href="#content">
        {words.page.skip}
      </a>
      <header className="top">
        <strong>Sammen</strong>
        <span className="grow" />
        {signedIn?.session.name && <span className="quiet">{signedIn.session.name}</span>}
        <button type="button" lang={words.page.otherLanguageCode} onClick={switchLanguage}>
          {words.page.otherLanguage}
        </button>
        {signedIn !== null && opening.state === 'ready' && (
          <button type="button" onClick={() => void opening.signIn.signOut()}>
            {words.session.signOut}
          </button>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        <h1>{words.page.name}</h1>
        <p className="lead">{words.page.lead}</p>
        {signedIn === null ? (
          <SignedOut opening={opening} hasEnded={hasEnded} />
        ) : (
          <ClientProvider value={signedIn.client}>
            <PersonPage />
          </ClientProvider>
        )}
      </main>
      {opening.state === 'ready' && opening.settings.issuerKind === 'DEVELOPMENT' && (
        <footer className="quiet">{words.page.madeUp}</footer>
      )}
    </>
  );
}
