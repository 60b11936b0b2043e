import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The class of printers on the USB bus (USB.org, defined class codes). */
const PRINTER = '07';

/** Whether a printer is plugged in, as the kernel sees it; without a USB bus there is none. */
export async function imprimanteSurUsb(bus = '/sys/bus/usb/devices'): Promise<boolean> {
  const devices = await readdir(bus).catch(() => []);
  const classes = await Promise.all(
    devices.map((device) => readFile(path.join(bus, device, 'bInterfaceClass'), 'utf8').catch(() => '')),
  );
  return classes.some((each) => each.trim() === PRINTER);
}
