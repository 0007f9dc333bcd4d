import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles.css';

const root = document.querySelector('#page');
if (root === null) throw new Error('index.html has no element #page');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
