import { contextBridge, ipcRenderer } from 'electron';
import { canaux } from './canaux.ts';
import { immobiliser } from './immobiliser.ts';
import type { PontCoque } from './pages/pont-coque.ts';

/** Milliseconds between two signs of life. */
const BATTEMENT = 5000;

const pont: PontCoque = { enroler: (code) => ipcRenderer.invoke(canaux.enroler, code) };

contextBridge.exposeInMainWorld('coque', pont);
immobiliser(window);
setInterval(() => ipcRenderer.send(canaux.battreCoque), BATTEMENT);
