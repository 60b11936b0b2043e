/** What a finger or a mouse does to a page besides touching what is on it: nothing of it is for a client. */
const gestes = ['dragstart', 'dragover', 'drop', 'contextmenu', 'auxclick'] as const;

/** Keeps a page where it is, whatever is dragged, dropped or pressed for long. */
export function immobiliser(page: Pick<Window, 'addEventListener'>): void {
  for (const geste of gestes) page.addEventListener(geste, (event) => event.preventDefault(), { capture: true });
}
