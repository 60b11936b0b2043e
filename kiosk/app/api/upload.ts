/** Milliseconds after which a file that does not arrive is given up: lines are slow where it is sent. */
const PATIENCE = 180_000;

interface Upload {
  method: string;
  headers: Readonly<Record<string, string>>;
  file: Blob;
  /** Called with the part that has left, from 0 to 1. */
  onProgress(part: number): void;
}

/** Sends bytes and tells how far it has come, which `fetch` does not. @throws when no answer comes */
export function upload(url: string, { method, headers, file, onProgress }: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new Error('no answer'));
    request.open(method, url);
    request.timeout = PATIENCE;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = fail;
    request.onload = () => {
      const known = ['content-type', 'retry-after'].flatMap((name) => {
        const value = request.getResponseHeader(name);
        return value ? [[name, value] as [string, string]] : [];
      });
      resolve(new Response(request.responseText || null, { status: request.status, headers: known }));
    };
    request.send(file);
  });
}
