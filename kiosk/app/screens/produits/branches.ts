import {
  Ambulance,
  Car,
  HeartHandshake,
  HeartPulse,
  House,
  type LucideIcon,
  PiggyBank,
  ShieldCheck,
} from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  ACC: Ambulance,
  AUT: Car,
  EPG: PiggyBank,
  HAB: House,
  SAN: HeartPulse,
  VIE: HeartHandshake,
};

/** The sign of a line of insurance. */
export const branchIcon = (branche: string): LucideIcon => icons[branche] ?? ShieldCheck;
