import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ouvrirImprimante, type PortsImprimante } from './imprimante.ts';

/** What each program does once it has noted how it was called; `$d` is the folder of the test. */
const programmes = {
  lp: `for f; do :; done
[ -f "$f" ] && /bin/cat "$f" > "$d/document" && /usr/bin/stat -c %a "$f" "\${f%/*}" > "$d/modes"
. "$d/lp.jeu"`,
  lpstat: `. "$d/lpstat.jeu"
case "$*" in
  "-W not-completed -o "*) /bin/cat "$d/travaux" ;;
  "-l -W completed -o "*) /bin/cat "$d/finis" ;;
  "-l -p "*) if [ -s "$d/file" ]; then /bin/cat "$d/file"; else echo "lpstat: Invalid destination name" >&2; exit 1; fi ;;
  "-v "*) /bin/cat "$d/uri" ;;
esac`,
  cancel: `. "$d/cancel.jeu"`,
};

const libre = (alertes = 'none') =>
  `printer Borne-A4 is idle.  enabled since Sat Nov 21 09:00:00 2026\n\tDescription: \n\tAlerts: ${alertes}\n`;
const imprime = (alertes = 'none', dit = '') =>
  `printer Borne-A4 now printing Borne-A4-7.  enabled since Sat Nov 21 09:00:00 2026\n${dit ? `\t${dit}\n` : ''}\tAlerts: ${alertes}\n`;
const arretee = (alertes: string, dit = 'reason unknown') =>
  `printer Borne-A4 disabled since Sat Nov 21 09:00:00 2026 -\n\t${dit}\n\tAlerts: ${alertes}\n`;
const travail = (numero: number, alertes?: string) =>
  `Borne-A4-${numero}             guichet-borne     1024   Sat Nov 21 09:00:00 2026\n${alertes ? `\tAlerts: ${alertes}\n` : ''}`;

export const dits = { libre, imprime, arretee, travail };

/**
 * A CUPS of scripts: `lp`, `lpstat` and `cancel` on a PATH of their own, which answer from files that the test writes.
 * At first the queue prints job 7 of nobody's printer, and no printer hangs on the USB bus.
 */
export function openCups(ports: Partial<PortsImprimante> = {}) {
  const d = mkdtempSync(path.join(tmpdir(), 'cups-'));
  const at = (name: string) => path.join(d, name);
  const write = (name: string, text: string) => {
    writeFileSync(at(`${name}.neuf`), text);
    renameSync(at(`${name}.neuf`), at(name));
  };
  const etats = {
    'lp.jeu': `echo 'request id is Borne-A4-7 (1 file(s))'`,
    'lpstat.jeu': '',
    'cancel.jeu': ': > "$d/travaux"',
    travaux: travail(7),
    finis: '',
    file: imprime(),
    uri: 'device for Borne-A4: usb://Brother/HL-L2350DW?serial=E1\n',
    recu: '',
  };
  for (const [name, text] of Object.entries(etats)) write(name, text);
  for (const [name, does] of Object.entries(programmes)) {
    writeFileSync(at(name), `#!/bin/sh\nd="\${0%/*}"\nprintf '%s\\n' "${name}" "$@" '' >> "$d/recu"\n${does}\n`);
    chmodSync(at(name), 0o755);
  }
  const notes: string[] = [];
  const imprimante = ouvrirImprimante({
    nom: 'Borne-A4',
    execution: at('run'),
    noter: (line) => void notes.push(line),
    chemin: d,
    usb: async () => false,
    delais: { regard: 10, tenue: 60, immobile: 400, total: 3000, patience: 300 },
    ...ports,
  });
  return {
    imprimante,
    notes,
    poser: (over: Partial<typeof etats>) => Object.entries(over).map(([name, text]) => write(name, text)),
    oter: (name: string) => rmSync(at(name)),
    lire: (name: string) => readFileSync(at(name), 'utf8'),
    /** Every call so far, each as the list of words that the program received. */
    appels: () =>
      readFileSync(at('recu'), 'utf8')
        .split('\n\n')
        .filter(Boolean)
        .map((each) => each.trim().split('\n')),
    /** The documents that lie on the disk. */
    feuilles: () => readdirSync(at('run/guichet-impression')),
    close: () => rmSync(d, { recursive: true, force: true }),
  };
}
