/** The top of the page: who one is, what for, and how the page looks and speaks. */
import { useSession } from '../session/SessionProvider.js';
import { Choice } from '../parts/Choice.js';
import { fill, wordFor } from '../texts/texts.js';
import { useLanguage } from './language.js';
import { THEMES, useTheme } from './theme.js';

/** Draws it. */
export function Header() {
  const { texts, language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  const { signedIn } = useSession();
  return (
    <header className="header">
      {signedIn && (
        <a className="skip" href="#answer">
          {texts.app.skip}
        </a>
      )}
      <p className="brand">
        <strong>{texts.app.name}</strong> <span>{texts.app.tagline}</span>
      </p>
      {signedIn && <Who />}
      <Choice
        label={texts.app.language}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'da', label: 'Dansk' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Choice
        label={texts.app.theme}
        value={theme}
        onChange={setTheme}
        options={THEMES.map((value) => ({ value, label: texts.app.themes[value] }))}
      />
    </header>
  );
}

function Who() {
  const { texts } = useLanguage();
  const { signedIn, setPurpose, signOut } = useSession();
  const { capabilities, purpose } = signedIn!;
  const { words, signIn } = texts;
  return (
    <>
      {purpose !== null && (
        <Choice
          label={signIn.purpose}
          value={purpose}
          onChange={setPurpose}
          options={capabilities.purposes.map((value) => ({ value, label: wordFor(words.purposes, value) }))}
        />
      )}
      <div className="who">
        <span>{fill(signIn.signedInAs, { role: wordFor(words.roles, capabilities.role) })}</span>
        <button type="button" onClick={() => void signOut()}>
          {signIn.signOut}
        </button>
      </div>
    </>
  );
}
