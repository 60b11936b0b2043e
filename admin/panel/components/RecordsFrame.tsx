import { OriginalRecordsTable, type RecordsTableProps, useTranslation } from 'adminjs';
import React, { useEffect, useRef, useState } from 'react';

/** A table wider than its card scrolls inside it, and says so. */
export default function RecordsFrame(props: RecordsTableProps) {
  const { translateMessage } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  const [further, setFurther] = useState(false);

  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measure = () => {
      const hidden = box.scrollWidth - box.clientWidth;
      setWide(hidden > 1);
      setFurther(hidden - box.scrollLeft > 1);
    };
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    if (box.firstElementChild) watch.observe(box.firstElementChild);
    box.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, [props.records]);

  return (
    <>
      {wide && <p className="g-suite">{translateMessage('tableauLarge')}</p>}
      <div ref={frame} className={further ? 'g-cadre g-plus' : 'g-cadre'} tabIndex={wide ? 0 : undefined}>
        <OriginalRecordsTable {...props} />
      </div>
    </>
  );
}
