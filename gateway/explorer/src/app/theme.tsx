/** Light or dark: as the device says, unless somebody chooses. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { preference } from './preference.js';

/** What can be chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;
/** One of {@link THEMES}. */
export type Theme = (typeof THEMES)[number];

const kept = preference<Theme>('sammen.theme', THEMES, 'system');
const device = matchMedia('(prefers-color-scheme: dark)');

function onDevice(changed: () => void): () => void {
  device.addEventListener('change', changed);
  return () => device.removeEventListener('change', changed);
}

interface Themed {
  readonly theme: Theme;
  readonly isDark: boolean;
  readonly setTheme: (theme: Theme) => void;
}

const Context = createContext<Themed | null>(null);

/** Gives everything below it the theme, and the document its colours. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [theme, choose] = useState(kept.read);
  const deviceIsDark = useSyncExternalStore(onDevice, () => device.matches);
  const isDark = theme === 'dark' || (theme === 'system' && deviceIsDark);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  const themed = useMemo(
    () => ({
      theme,
      isDark,
      setTheme: (next: Theme) => {
        kept.write(next);
        choose(next);
      },
    }),
    [theme, isDark],
  );
  return <Context value={themed}>{children}</Context>;
}

/** The theme. */
export function useTheme(): Themed {
  const themed = useContext(Context);
  if (themed === null) throw new Error('There is no theme above this component.');
  return themed;
}
