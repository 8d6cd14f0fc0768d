/** The page's only entry: reads the browser, applies language and theme, renders the app. */
import '@fontsource-variable/inter/index.css';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createEnvironment } from './session/environment.ts';
import { createFirstContent } from './session/first-content.ts';
import { followLanguage } from './session/language.ts';
import { followTheme } from './session/theme.ts';

followTheme();
const app = document.getElementById('app');
if (app === null) throw new Error('main: the page has no #app');
void followLanguage().then(() =>
  createRoot(app).render(
    <StrictMode>
      <App environment={createEnvironment()} firstContent={createFirstContent()} />
    </StrictMode>,
  ),
);
