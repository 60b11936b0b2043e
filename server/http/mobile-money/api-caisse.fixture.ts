import { testApi } from '../../../tests/api.ts';
import { caisseOver, openSandbox } from '../../features/assurance/mobile-money/caisse.fixture.ts';

/** The real API with tills that talk to the simulator, which sends its hints back to the API. */
export async function openApiCaisse() {
  const api = await testApi();
  const sandbox = await openSandbox({ base: api.origin.replace('127.0.0.1', 'localhost') });
  const caisse = await caisseOver(api.db, api.people, sandbox);
  api.guichet.caisses = caisse.caisses;
  return {
    ...caisse,
    api,
    async close() {
      await sandbox.stop();
      await api.close();
    },
  };
}

export type ApiCaisse = Awaited<ReturnType<typeof openApiCaisse>>;
