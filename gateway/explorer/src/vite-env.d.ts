/// <reference types="vite/client" />

/** A part of the editor that comes without types; the version of the editor is pinned. */
declare module 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js' {
  export const TabFocus: { setTabFocusMode(isOn: boolean): void };
}
