/** Whether the home hears of changes: it does, it has stopped for want of anybody looking, or until the next try. */
export type Hearing = { state: 'en_direct' } | { state: 'en_pause' } | { state: 'coupee'; seconds: number };

const RETRY_MAX = 30;
/** What time alone changes is asked for again so often. */
const AGAIN_MS = 5 * 60 * 1000;

interface Heard {
  onChange(noms: string[]): void;
  /** What may have happened meanwhile is not known: ask for all. */
  onAgain(): void;
  onHearing(hearing: Hearing): void;
}

/**
 * Listens to the news of figures while the tab is looked at; a line that is lost is tried again after 1, 2, 4 …
 * 30 seconds. Answers how to stop.
 */
export function listen({ onChange, onAgain, onHearing }: Heard): () => void {
  let source: EventSource | undefined;
  let retry: number | undefined;
  let wait = 1;
  let missed = false;
  const again = window.setInterval(() => document.visibilityState === 'visible' && onAgain(), AGAIN_MS);

  function open() {
    source?.close();
    source = new EventSource('/admin/api/flux');
    source.onopen = () => {
      wait = 1;
      onHearing({ state: 'en_direct' });
      if (missed) onAgain();
      missed = false;
    };
    source.onerror = lost;
    source.addEventListener('change', ({ data }: MessageEvent<string>) =>
      onChange((JSON.parse(data) as { chiffres: string[] }).chiffres),
    );
  }

  function lost() {
    source?.close();
    missed = true;
    onHearing({ state: 'coupee', seconds: wait });
    window.clearTimeout(retry);
    retry = window.setTimeout(open, wait * 1000);
    wait = Math.min(2 * wait, RETRY_MAX);
  }

  function pause() {
    source?.close();
    window.clearTimeout(retry);
    missed = true;
    onHearing({ state: 'en_pause' });
  }

  const look = () => (document.visibilityState === 'hidden' ? pause() : open());
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.clearInterval(again);
    window.clearTimeout(retry);
    source?.close();
  };
}
