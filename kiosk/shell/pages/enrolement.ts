import type { PontCoque } from './pont-coque.ts';

declare global {
  interface Window {
    coque?: PontCoque;
  }
}

/** The signs of which codes are made: none that is taken for another. */
const SIGNES = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LONGUEUR = 10;
const MOITIE = LONGUEUR / 2;

const IMPOSSIBLE = 'La mise en service n’a pas pu se faire. Attendez une minute et recommencez.';

/** The keys on which an administrator types a one-time code. A keyboard that is plugged in works as well. */
export function ouvrirClavier(page: Document, pont: PontCoque): void {
  const place = <T extends HTMLElement>(id: string) => page.getElementById(id) as T;
  const valider = place<HTMLButtonElement>('valider');
  let code = '';
  let asking = false;

  function montrer(): void {
    place('code').textContent = code.length > MOITIE ? `${code.slice(0, MOITIE)}-${code.slice(MOITIE)}` : code;
    valider.disabled = asking || code.length !== LONGUEUR;
  }

  function taper(signe: string): void {
    if (asking || code.length >= LONGUEUR || !SIGNES.includes(signe)) return;
    place('refus').textContent = '';
    code += signe;
    montrer();
  }

  function effacer(): void {
    if (asking) return;
    code = code.slice(0, -1);
    montrer();
  }

  async function envoyer(): Promise<void> {
    if (asking || code.length !== LONGUEUR) return;
    asking = true;
    montrer();
    const fait = await pont.enroler(code).catch(() => ({ statut: 'refus', message: IMPOSSIBLE }) as const);
    asking = false;
    code = '';
    if (fait.statut === 'refus') place('refus').textContent = fait.message;
    montrer();
  }

  for (const signe of SIGNES) {
    const touche = page.createElement('button');
    touche.type = 'button';
    touche.textContent = signe;
    touche.addEventListener('click', () => taper(signe));
    place('touches').append(touche);
  }
  place('effacer').addEventListener('click', effacer);
  valider.addEventListener('click', envoyer);
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Backspace') effacer();
    else if (key.length === 1) taper(key.toUpperCase());
  });
}

if (window.coque) ouvrirClavier(document, window.coque);
