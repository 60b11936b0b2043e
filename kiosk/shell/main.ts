import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, clipboard, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import paquet from '../../package.json' with { type: 'json' };
import { ouvrirBattement } from './battement.ts';
import { ouvrirContact } from './contact.ts';
import { drapeaux, drapeauxInterdits } from './drapeaux.ts';
import { ouvrirGpu } from './gpu.ts';
import { coffreDe } from './identite/coffre.ts';
import { lireConfiguration } from './identite/configuration.ts';
import { ouvrirIdentite } from './identite/identite.ts';
import { ouvrirImprimante } from './impression/imprimante.ts';
import { ouvrirIpc } from './ipc.ts';
import { ouvrirJournal } from './journal.ts';
import { ouvrirRelais } from './relais/relais.ts';
import { ouvrirReprise, type Reprise } from './reprise.ts';
import { ouvrirScene, type Scene } from './scene.ts';
import { scheme } from './schema/protocole.ts';
import { verrouillerApplication } from './verrou.ts';

const { env, argv } = process;
const { version } = paquet;
const noter = ouvrirJournal({ ecrire: (line) => process.stdout.write(`${line}\n`) });

function echouer(error: unknown): void {
  noter('erreur_fatale', { raison: error instanceof Error ? error.message : String(error) });
  app.exit(1);
}

process.on('uncaughtException', echouer);
process.on('unhandledRejection', echouer);

// Everything of this block has to be said before the application is ready.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([scheme]);
Menu.setApplicationMenu(null);
const dossier = env.STATE_DIRECTORY ?? app.getPath('userData');
mkdirSync(dossier, { recursive: true, mode: 0o700 });
const service = env.INVOCATION_ID !== undefined;
const gpu = ouvrirGpu({ app, dossier, argv, service });
for (const [name, value] of drapeaux) app.commandLine.appendSwitch(name, value);
if (gpu.sans()) app.disableHardwareAcceleration();

const interdits = app.isPackaged ? drapeauxInterdits(argv, env) : [];
if (interdits.length > 0) echouer(`refusé : ${interdits.join(' ')}`);
else if (app.requestSingleInstanceLock()) app.whenReady().then(ouvrir).catch(echouer);
else {
  noter('seconde_instance');
  app.exit(0);
}

/** Puts the parts together; they know of each other only what they are given here. */
async function ouvrir(): Promise<void> {
  noter('demarrage', { version, emballe: app.isPackaged });
  const { serveur, imprimante: nom } = lireConfiguration(env);
  const execution = env.RUNTIME_DIRECTORY ?? env.XDG_RUNTIME_DIR ?? app.getPath('temp');
  const imprimante = ouvrirImprimante({ nom, execution, noter: (ligne) => noter('impression', { ligne }) });
  const coffre = coffreDe(safeStorage);
  const identite = ouvrirIdentite(dossier, {
    serveur,
    version,
    coffre,
    noter: (ligne) => noter('identite', { ligne }),
  });
  const build = import.meta.dirname;
  const scene: Scene = ouvrirScene({
    nouvelleFenetre: (options) => new BrowserWindow(options),
    nouvelleSession: (partition) => session.fromPartition(partition, { cache: false }),
    nouveauRelais: () => ouvrirRelais({ serveur, jetonBorne: identite.jeton, version, noter }),
    pressePapiers: clipboard,
    purger: imprimante.purger,
    dossiers: {
      ecrans: path.join(build, '../kiosk'),
      coque: path.join(build, 'pages'),
      preload: path.join(build, 'preload.cjs'),
      preloadCoque: path.join(build, 'preload-coque.cjs'),
    },
    surveiller: (contents) => reprise.surveiller(contents),
    version,
    emballe: app.isPackaged,
    noter,
  });
  const reprise: Reprise = ouvrirReprise({
    scene,
    app,
    // A developer’s terminal needs no enrolment: its server takes it for a browser.
    debut: () => (identite.jeton() || !app.isPackaged ? 'accueil' : 'enrolement'),
    sansGpu: gpu.renoncer,
    noter,
  });
  const vivre = ouvrirBattement({ env, executer: execFile, noter });
  const battre = () => {
    reprise.battre();
    vivre();
  };
  verrouillerApplication(app, noter);
  ouvrirIpc({ ipc: ipcMain, scene, imprimante, identite, accueillir: reprise.accueillir, battre, noter });
  // Windows refuse to be closed; who ends the service ends all of it.
  app.on('before-quit', () => {
    scene.vue()?.relais.clore();
    app.exit(0);
  });
  await reprise.accueillir();
  ouvrirContact({
    serveur,
    version,
    jeton: identite.jeton,
    imprimante: imprimante.etat,
    revoquee: () => identite.oublier().then(reprise.accueillir),
    noter,
  });
}
