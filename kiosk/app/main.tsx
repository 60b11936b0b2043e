import './style/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { register, takeOver } from './phone/worker.ts';
import { supportOf } from './support.ts';

/** Milliseconds between two signs of life to the shell. */
const BEAT = 5000;

const place = document.getElementById('ecran');
if (!place) throw new Error('the page has no place for the screens');
const support = supportOf(document);
// A new version is taken before anything is asked or typed: a page that goes away in the middle loses its session.
if (support === 'espace' && 'serviceWorker' in navigator) {
  await takeOver();
  register();
}
createRoot(place).render(<App support={support} />);
if (window.guichet) setInterval(() => window.guichet?.battre(), BEAT);
