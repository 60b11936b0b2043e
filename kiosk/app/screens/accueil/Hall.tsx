import styles from './Hall.module.css';

/** The arch of the counter as a hall that one looks into, with water before it. @param full over the whole screen */
export function Hall({ full }: { full?: boolean }) {
  return (
    <div className={full ? `${styles.hall} ${styles.full}` : styles.hall} aria-hidden>
      <svg className={styles.arches} viewBox="0 0 600 600" preserveAspectRatio="xMidYMid meet" aria-hidden>
        <circle className={styles.sun} cx="300" cy="300" r="62" />
        {[0, 1, 2].map((n) => (
          <path
            key={n}
            className={styles.arch}
            d={`M${120 - n * 56} 620V${300}a${180 + n * 56} ${180 + n * 56} 0 0 1 ${360 + n * 112} 0V620`}
          />
        ))}
        <path className={styles.counter} d="M196 412h208" />
      </svg>
      {[1, 2, 3].map((n) => (
        <svg
          key={n}
          className={`${styles.wave} ${styles[`wave${n}`]}`}
          viewBox="0 0 1600 120"
          preserveAspectRatio="none"
          aria-hidden
        >
          <path d="M0 60C133 20 267 20 400 60S667 100 800 60 1067 20 1200 60s267 40 400 0V120H0z" />
        </svg>
      ))}
    </div>
  );
}
