import { dataSource } from '../ormconfig.ts';
import { readConfig } from '../server/config.ts';
import { openGuichet } from '../server/guichet.ts';
import { createApp } from '../server/http/app.ts';
import { serverOf } from '../server/http/server.ts';
import { say } from './child.ts';

/** The API as it is, over the database of `DATABASE_URL`. */
const config = readConfig();
const source = await dataSource(config.DATABASE_URL, { pool: config.GUICHET_POOL }).initialize();
const server = serverOf(createApp(await openGuichet(config, source)));
server.listen(0, '127.0.0.1', () => say(server));
