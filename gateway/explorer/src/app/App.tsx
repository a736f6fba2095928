/** The page as a whole: what everybody sees, and what only somebody sees who is signed in. */
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../parts/ErrorBoundary.js';
import { SessionProvider, useSession } from '../session/SessionProvider.js';
import { Header } from './Header.js';
import { LanguageProvider, useTexts } from './language.js';
import { SignInPage } from './SignInPage.js';
import { ThemeProvider } from './theme.js';

/** The editor is large; whoever is not signed in does not load it. */
const Workbench = lazy(() =>
  import('../workbench/Workbench.js').then(({ Workbench: component }) => ({ default: component })),
);

/** Draws it. */
export function App() {
  return (
    <ThemeProvider>
      <LanguageProvider>
        <SessionProvider>
          <Header />
          <Shown />
        </SessionProvider>
      </LanguageProvider>
    </ThemeProvider>
  );
}

function Shown() {
  const { isLoading, signedIn } = useSession();
  const { app } = useTexts();
  const waiting = (
    <main className="waiting">
      <p role="status">{app.loading}</p>
    </main>
  );
  if (isLoading) return waiting;
  if (signedIn === null) return <SignInPage />;
  return (
    <ErrorBoundary {...app.broken}>
      <Suspense fallback={waiting}>
        <Workbench />
      </Suspense>
    </ErrorBoundary>
  );
}
