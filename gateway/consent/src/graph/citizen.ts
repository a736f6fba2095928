/** Whose page it is, for everything inside: what is changed is changed for them, and then asked for again. */
import { createContext, useContext } from 'react';

/** The citizen whom the page is about. */
export interface Citizen {
  readonly id: string;
  /** Who may see what is asked for again. */
  changed(): void;
}

const CitizenContext = createContext<Citizen | null>(null);

/** Gives the citizen to everything inside. */
export const CitizenProvider = CitizenContext.Provider;

/** The citizen. @throws outside the provider */
export function useCitizen(): Citizen {
  const citizen = useContext(CitizenContext);
  if (citizen === null) throw new Error('There is no citizen here.');
  return citizen;
}
