// The embedded store in a process of its own, in the folder given, or in memory: node process.mjs [FOLDER]
import { built } from '../built.mjs';
import { serveParent } from '../child.mjs';

const { startEmbeddedStore } = await built('embedded/index.js');
const [directory] = process.argv.slice(2);
const store = await startEmbeddedStore(directory === undefined ? {} : { directory });
serveParent({ uri: store.uri }, async () => {
  await store.close();
});
