/** Starts the page. What the editor needs before it is loaded comes first. */
import './monaco/adoptStyles.js';
import './monaco/setUpWorkers.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import './styles/main.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
