import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleFiles } from './shop/sample-files.js';
import { generateSampleShop } from './shop/sample-shop.js';

/** `node dist/demo/write-sample-files.js FOLDER` writes the sample shop as files for `tandem import`. */
const main = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of sampleFiles(generateSampleShop({ now: new Date() }))) {
    await writeFile(join(folder, name), text);
    process.stdout.write(`${join(folder, name)}\n`);
  }
};

await main(process.argv[2] ?? 'sample-shop');
