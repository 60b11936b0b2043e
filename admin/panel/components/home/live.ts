/**
 * Whether the home hears of changes: it does, it rests while nobody looks, it will try again, or the session is over.
 */
export type Hearing = { state: 'en_direct' | 'en_pause' | 'finie' } | { state: 'coupee'; seconds: number };

const NEWS = '/admin/api/flux';

const RETRY_MAX = 30;
/** What time alone changes is asked for again so often. */
const AGAIN_MS = 5 * 60 * 1000;

interface Heard {
  onChange(noms: string[]): void;
  /** What may have happened meanwhile is not known: ask for all. */
  onAgain(): void;
  onHearing(hearing: Hearing): void;
}

/** A line that is refused does not say why: who is not signed in any more is sent to the sign-in page. */
async function isOver(): Promise<boolean> {
  const control = new AbortController();
  try {
    return (await fetch(NEWS, { redirect: 'manual', signal: control.signal })).type === 'opaqueredirect';
  } catch {
    return false;
  } finally {
    control.abort();
  }
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
    source = new EventSource(NEWS);
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
    retry = window.setTimeout(() => void reopen(), wait * 1000);
    wait = Math.min(2 * wait, RETRY_MAX);
  }

  async function reopen() {
    if (await isOver()) onHearing({ state: 'finie' });
    else if (document.visibilityState === 'visible') open();
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
