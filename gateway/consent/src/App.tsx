import { ClientProvider } from './graph/client.js';
import { PersonPage } from './PersonPage.js';
import type { Opening } from './session/openSession.js';
import { SignedOut } from './session/SignedOut.js';
import { useSignedIn } from './session/useSignedIn.js';
import { useSpeech } from './words/speaking.js';

/** The whole page: who is signed in decides what it is. */
export function App({ opening }: { readonly opening: Opening }) {
  const { words, switchLanguage } = useSpeech();
  const { session, client, hasEnded } = useSignedIn(opening);
  return (
    <>
      <a className="skip" href="#content">
        {words.page.skip}
      </a>
      <header className="top">
        <strong>Sammen</strong>
        <span className="grow" />
        {session?.name && <span className="quiet">{session.name}</span>}
        <button type="button" lang={words.page.otherLanguageCode} onClick={switchLanguage}>
          {words.page.otherLanguage}
        </button>
        {session !== null && opening.state === 'ready' && (
          <button type="button" onClick={() => void opening.signIn.signOut()}>
            {words.session.signOut}
          </button>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        <h1>{words.page.name}</h1>
        <p className="lead">{words.page.lead}</p>
        {session !== null && client !== null ? (
          <ClientProvider value={client}>
            <PersonPage />
          </ClientProvider>
        ) : (
          <SignedOut opening={opening} hasEnded={hasEnded} />
        )}
      </main>
      {opening.state === 'ready' && opening.settings.issuerKind === 'DEVELOPMENT' && (
        <footer className="quiet">{words.page.madeUp}</footer>
      )}
    </>
  );
}
