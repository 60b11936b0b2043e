import { useEffect, useRef, useState } from 'react';
import { FILES_MAX, type Photo, prepare, type Refused, whyNot } from './prepare.ts';

/** What was not taken, and why. */
export interface NotTaken {
  nom: string;
  why: Refused | 'trop';
}

/** The files that somebody has picked; what was shown of them is freed when they leave. @param room how many more there may be */
export function usePhotos(room = FILES_MAX) {
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [notTaken, setNotTaken] = useState<readonly NotTaken[]>([]);
  const [preparing, setPreparing] = useState(false);
  const shown = useRef(new Set<string>());

  useEffect(() => {
    const urls = shown.current;
    return () => {
      for (const url of urls) URL.revokeObjectURL(url);
      urls.clear();
    };
  }, []);

  async function add(files: readonly File[]) {
    setPreparing(true);
    const taken = files.slice(0, Math.max(0, room - photos.length));
    const refused: NotTaken[] = files.length > taken.length ? [{ nom: '', why: 'trop' }] : [];
    const made: Photo[] = [];
    try {
      for (const file of taken) {
        try {
          const photo = await prepare(file);
          if (photo.url) shown.current.add(photo.url);
          made.push(photo);
        } catch (error) {
          refused.push({ nom: file.name, why: whyNot(error) });
        }
      }
    } finally {
      setPreparing(false);
    }
    setPhotos((before) => [...before, ...made]);
    setNotTaken(refused);
  }

  function remove({ id, url }: Photo) {
    if (url && shown.current.delete(url)) URL.revokeObjectURL(url);
    setNotTaken([]);
    setPhotos((before) => before.filter((each) => each.id !== id));
  }

  return { photos, notTaken, preparing, room, add, remove };
}

export type Picked = ReturnType<typeof usePhotos>;
