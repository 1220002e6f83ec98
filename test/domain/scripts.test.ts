import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const ASSETS = 'src/platform/assets';

const scripts = readdirSync(join(ROOT, ASSETS)).filter((file) => file.endsWith('.js'));

/** A browser runs modules as they are written; compiled for Node they would not even begin. */
it.each(scripts)('%s leaves the build as it was written', (file) => {
  const [written, built] = [ASSETS, join('dist', ASSETS)].map((folder) =>
    readFileSync(join(ROOT, folder, file), 'utf8'),
  );
  expect(built).toBe(written);
});
