import './style/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { supportOf } from './support.ts';

/** Milliseconds between two signs of life to the shell. */
const BEAT = 5000;

const place = document.getElementById('ecran');
if (!place) throw new Error('the page has no place for the screens');
createRoot(place).render(<App support={supportOf(document)} />);
if (window.guichet) setInterval(() => window.guichet?.battre(), BEAT);
