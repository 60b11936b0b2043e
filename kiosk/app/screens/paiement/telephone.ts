/** A masked telephone as people read it: `+242 06 *** ** 67` becomes `06 ••• •• 67`. */
export const readable = (masked: string): string => masked.replace(/^\+\d{3} /, '').replaceAll('*', '•');
