// @ts-check
/**
 * @typedef {(text: string) => void} Detail says how far a step has come
 * @typedef {{ title(text: string): void, step<T>(label: string, work: (detail: Detail) => Promise<T>): Promise<T>, note(text: string): void, line(text?: string): void, fail(text: string): void }} Progress
 */

/** Milliseconds between two lines of a long step where lines cannot be rewritten. */
const CALM = 5000;
/** Steps shorter than this, in milliseconds, are not worth saying how long they took. */
const BRIEF = 400;

const seconds = (/** @type {number} */ since) =>
  `${((performance.now() - since) / 1000).toLocaleString('fr', { maximumFractionDigits: 1 })} s`;

/**
 * Tells in French what is being done: on a terminal one line that moves, elsewhere a line now and then.
 * @param {NodeJS.WriteStream} out
 * @returns {Progress}
 */
export function openProgress(out = process.stdout) {
  const live = Boolean(out.isTTY);
  const color = live && !process.env.NO_COLOR;
  const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
    color ? `\x1b[${code}m${text}\x1b[0m` : text;
  const write = (/** @type {string} */ text) => void out.write(text);
  /** @type {((text: string) => void) | undefined} */
  let beside;

  // Whoever reads us may leave (`npm start | head`): that is no reason to fall.
  out.on('error', () => undefined);

  const note = (/** @type {string} */ text) => {
    const line = `  ${paint(2, '·')} ${text}\n`;
    if (beside) beside(line);
    else write(line);
  };

  return {
    title: (text) => write(`\n  ${paint(1, text)}\n\n`),
    note,
    line: (text = '') => write(text ? `  ${text}\n` : '\n'),
    fail: (text) =>
      void process.stderr.write(
        `\n${text
          .split('\n')
          .map((each) => `  ${paint(31, '✗')} ${each}\n`)
          .join('')}\n`,
      ),
    async step(label, work) {
      const since = performance.now();
      let said = '';
      let spoken = 0;
      const draw = () =>
        write(`\r\x1b[K  ${paint(36, '…')} ${label} ${paint(2, [said, seconds(since)].filter(Boolean).join(', '))}`);
      const tell = () => {
        if (performance.now() - since < (spoken + 1) * CALM) return;
        spoken++;
        write(`  … ${label}${said ? ` : ${said}` : ''}\n`);
      };
      if (live) beside = (line) => write(`\r\x1b[K${line}`);
      const ticking = setInterval(live ? draw : tell, live ? 100 : 500);
      const end = (/** @type {string} */ mark) => {
        clearInterval(ticking);
        beside = undefined;
        const took = performance.now() - since > BRIEF ? ` ${paint(2, `(${seconds(since)})`)}` : '';
        write(`${live ? '\r\x1b[K' : ''}  ${mark} ${label}${said ? ` : ${said}` : ''}${took}\n`);
      };
      try {
        const made = await work((text) => {
          said = text;
        });
        end(paint(32, '✓'));
        return made;
      } catch (error) {
        end(paint(31, '✗'));
        throw error;
      }
    },
  };
}
