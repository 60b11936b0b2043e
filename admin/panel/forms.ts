import type { NextFunction, Request, Response } from 'express';
import formidable from 'express-formidable';

const parse = formidable({
  /** What is in a form is text; a file is dropped before it touches the disk. */
  onPart(part) {
    if (part.filename === undefined) this.handlePart(part);
  },
});

/** Reads a form for AdminJS, which would do it itself but takes files and tells of one mistake twice. */
export function readForm(req: Request, res: Response, next: NextFunction): void {
  let told = false;
  const once = (error?: unknown) => {
    if (!told) next(error);
    told = true;
  };
  parse(req, res, once);
}
