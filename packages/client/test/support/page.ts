/** A page in which React can render: a small DOM, and a way to wait for what it shows. */
import { parseHTML } from 'linkedom';
import type { ReactNode } from 'react';

/** A page. */
export interface Page {
  /** Renders, in strict mode: effects run twice, as they do while a front end is being written. */
  render(node: ReactNode): Promise<void>;
  text(): string;
  /** Does something as a person would, and waits for what follows from it at once. */
  do(action: () => void): Promise<void>;
  /** Waits until the page shows this. */
  shows(text: string): Promise<void>;
  leave(): Promise<void>;
}

/** Opens one. React looks for a DOM when it is loaded, so it is loaded here. */
export async function openPage(): Promise<Page> {
  const { window, document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  const navigator = { userAgent: 'a small DOM' };
  Object.assign(globalThis, { window, document, navigator, IS_REACT_ACT_ENVIRONMENT: true });
  const { act, createElement, StrictMode } = await import('react');
  const { createRoot } = await import('react-dom/client');
  const main = document.querySelector('main')!;
  const root = createRoot(main as unknown as Element);
  const text = (): string => main.textContent ?? '';
  return {
    text,
    render: (node) => act(async () => root.render(createElement(StrictMode, null, node))),
    do: (action) => act(async () => action()),
    async shows(wanted) {
      for (const until = Date.now() + 5_000; text() !== wanted && Date.now() < until;) {
        await act(() => new Promise<void>((done) => void setTimeout(done, 5)));
      }
      expect(text()).toBe(wanted);
    },
    leave: () => act(async () => root.unmount()),
  };
}
