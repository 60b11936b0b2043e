import { useTranslation } from 'adminjs';
import { useEffect } from 'react';

const mark = (selector: string, attributes: Record<string, string>): void => {
  for (const element of document.querySelectorAll(selector))
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};

/** AdminJS draws its page without saying which part is what: those who do not see it find their way by this. */
export function useLandmarks(): void {
  useEffect(() => {
    mark('[data-css="app-content"]', { role: 'main' });
    mark('[data-css="sidebar"]', { role: 'banner' });
  }, []);
}

/** The same for the head of a list and for its filters. */
export function useHeadLandmarks(place: string): void {
  const { translateButton } = useTranslation();
  useEffect(() => {
    mark('[class*="ActionHeader"] h2', { 'aria-level': '1', role: 'heading' });
    mark('[data-css$="filter-drawer"] button[type="button"]:not([data-css])', {
      'aria-label': translateButton('fermer'),
    });
  }, [place]);
}
