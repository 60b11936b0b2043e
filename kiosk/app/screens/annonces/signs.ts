import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { AnnonceLue } from './annonces.ts';

/** How pressing an annonce is, by its sign and its colour. */
export const signs: Record<AnnonceLue['importance'], { icon: LucideIcon; tone: 'info' | 'alert' | 'grave' }> = {
  information: { icon: Info, tone: 'info' },
  important: { icon: CircleAlert, tone: 'alert' },
  urgent: { icon: TriangleAlert, tone: 'grave' },
};
