/** Colours that stand out from white by three to one at least, and from each other by their pattern too. */
const colours = ['#0b5563', '#b06d12', '#2f7d6b', '#7a5c99', '#b4553f', '#4d7190', '#767b2c', '#a1607f'];

const SIZE = 10;

type Draw = (pen: CanvasRenderingContext2D) => void;

const line = (pen: CanvasRenderingContext2D, ...points: [number, number][]) => {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.stroke();
};

/** Plain, rising lines, dots, lying lines, standing lines, falling lines. */
const patterns: Draw[] = [
  () => undefined,
  (pen) => {
    line(pen, [0, SIZE], [SIZE, 0]);
    line(pen, [-1, 1], [1, -1]);
    line(pen, [SIZE - 1, SIZE + 1], [SIZE + 1, SIZE - 1]);
  },
  (pen) => {
    pen.beginPath();
    pen.arc(SIZE / 2, SIZE / 2, 1.8, 0, 2 * Math.PI);
    pen.fill();
  },
  (pen) => line(pen, [0, SIZE / 2], [SIZE, SIZE / 2]),
  (pen) => line(pen, [SIZE / 2, 0], [SIZE / 2, SIZE]),
  (pen) => {
    line(pen, [0, 0], [SIZE, SIZE]);
    line(pen, [SIZE - 1, -1], [SIZE + 1, 1]);
    line(pen, [-1, SIZE - 1], [1, SIZE + 1]);
  },
];

interface Fill {
  pattern: CanvasPattern | string;
  /** The same as a picture, for the mark in a legend. */
  picture: string;
}

const made = new Map<number, Fill>();

/** How the nth part of a drawing is filled: not told apart by colour alone. */
export function fill(nth: number): Fill {
  const known = made.get(nth);
  if (known) return known;
  const colour = colours[nth % colours.length] as string;
  const tile = document.createElement('canvas');
  tile.width = SIZE;
  tile.height = SIZE;
  const pen = tile.getContext('2d');
  if (!pen) return { pattern: colour, picture: '' };
  pen.fillStyle = colour;
  pen.fillRect(0, 0, SIZE, SIZE);
  pen.strokeStyle = pen.fillStyle = 'rgba(255, 255, 255, 0.65)';
  pen.lineWidth = 1.4;
  (patterns[nth % patterns.length] as Draw)(pen);
  const fresh = { pattern: pen.createPattern(tile, 'repeat') ?? colour, picture: `url(${tile.toDataURL()})` };
  made.set(nth, fresh);
  return fresh;
}
