/** Opens the session, then shows the page; nothing is kept in the browser. */
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { openSession } from './session/openSession.js';
import { Speaking } from './words/speaking.js';
import './style.css';

const root = createRoot(document.getElementById('page')!);
const opening = await openSession();
root.render(
  <Speaking>
    <App opening={opening} />
  </Speaking>,
);
