/** Tab moves the focus in every editor of the page (WCAG 2.1.2). The editor has no option for it, only this switch of its own. */
import { TabFocus } from 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js';

TabFocus.setTabFocusMode(true);
