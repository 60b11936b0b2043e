import { contextBridge, ipcRenderer } from 'electron';
import type { Pont } from '../pont.ts';
import { canaux } from './canaux.ts';
import { ARGUMENT_VERSION } from './fenetre.ts';
import { immobiliser } from './immobiliser.ts';

const pont: Pont = {
  version: process.argv.find((each) => each.startsWith(ARGUMENT_VERSION))?.slice(ARGUMENT_VERSION.length) ?? '',
  imprimer: (document) => ipcRenderer.invoke(canaux.imprimer, document),
  imprimante: () => ipcRenderer.invoke(canaux.imprimante),
  terminer: () => ipcRenderer.invoke(canaux.terminer),
  battre: () => ipcRenderer.send(canaux.battre),
};

contextBridge.exposeInMainWorld('guichet', pont);
immobiliser(window);
