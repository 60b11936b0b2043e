import styles from './Gestes.module.css';

/** What happens on the telephone, drawn: a message comes, and a secret code is typed. */
export function Gestes({ still }: { still?: boolean }) {
  return (
    <svg className={still ? `${styles.drawing} ${styles.still}` : styles.drawing} viewBox="0 0 160 200" aria-hidden>
      <circle className={styles.ring} cx="80" cy="100" r="78" />
      <rect className={styles.body} x="42" y="14" width="76" height="172" rx="14" />
      <rect className={styles.glass} x="49" y="28" width="62" height="136" rx="6" />
      <circle className={styles.button} cx="80" cy="175" r="5" />
      <g className={styles.message}>
        <path
          className={styles.bubble}
          d="M57 44h46a5 5 0 0 1 5 5v26a5 5 0 0 1-5 5H72l-9 9v-9h-6a5 5 0 0 1-5-5V49a5 5 0 0 1 5-5z"
        />
        <path className={styles.line} d="M60 56h40M60 66h26" />
      </g>
      <g className={styles.code}>
        {[62, 74, 86, 98].map((x) => (
          <circle key={x} cx={x} cy="108" r="4" />
        ))}
      </g>
      <g className={styles.keys}>
        {[130, 142, 154].flatMap((y) => [64, 80, 96].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="4" />))}
      </g>
    </svg>
  );
}
