import { readConfig } from './config.ts';
import { connect, demandMigrated } from './connect.ts';
import { explain } from './explain.ts';
import { openGuichet } from './guichet.ts';
import { serve } from './serve.ts';
import { untilStopped } from './until-stopped.ts';

/** One server process over a database that is ready: many of these may run side by side. */
try {
  const config = readConfig();
  const guichet = await openGuichet(config, await demandMigrated(await connect(config)));
  const { address, stop } = await serve(guichet);
  untilStopped(() => stop().then(guichet.close));
  if (guichet.caisses.lieu) console.log(guichet.caisses.lieu);
  console.log(`Guichet écoute sur ${address}`);
} catch (error) {
  console.error(explain(error) ?? error);
  process.exit(1);
}
