const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** HTML that was written here, as opposed to text that came from elsewhere. */
export class Html {
  constructor(readonly text: string) {}
}

/** What stands in the blanks is escaped, unless it is HTML of our own. */
export const html = (parts: TemplateStringsArray, ...blanks: (string | Html)[]): Html =>
  new Html(
    String.raw({ raw: parts }, ...blanks.map((blank) => (blank instanceof Html ? blank.text : escapeHtml(blank)))),
  );

/** A whole message: no picture, no style sheet, nothing that is fetched from anywhere. */
export const page = (lang: string, title: string, body: Html): string =>
  html`<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="margin:0;padding:24px;background:#f4f6f8;font-family:Arial,Helvetica,sans-serif;color:#1f2937;line-height:1.5">
<div style="max-width:520px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
${body}
</div>
</body>
</html>
`.text;
