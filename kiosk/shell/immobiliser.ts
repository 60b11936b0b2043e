/** What a finger or a mouse does to a page besides touching what is on it: nothing of it is for a client. */
const gestes = ['dragstart', 'dragover', 'drop', 'contextmenu', 'auxclick'] as const;

/** Keeps a page where it is, whatever is dragged, dropped or pressed for long; and a terminal shows no pointer. */
export function immobiliser(page: Pick<Window, 'addEventListener' | 'document'>): void {
  for (const geste of gestes) page.addEventListener(geste, (event) => event.preventDefault(), { capture: true });
  page.addEventListener('DOMContentLoaded', () => page.document.documentElement.classList.add('sans-pointeur'));
}
