import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries, linkLibraries } from '../../src/platform/embedded-postgres/binaries';

const root = mkdtempSync(join(tmpdir(), 'short-breaks-package-'));
const library = (name: string) => join(root, 'native/lib', name);

afterAll(() => rmSync(root, { recursive: true }));

it('makes the library links that npm could not, and leaves those that are there', () => {
  mkdirSync(join(root, 'native/lib'), { recursive: true });
  writeFileSync(library('libpq.so.5.18'), 'library');
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }));
  writeFileSync(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
  symlinkSync(library('libpq.so.5.18'), library('libpq.so'));
  linkLibraries(root, 'a-package');
  linkLibraries(root, 'a-package');
  expect(readFileSync(library('libpq.so.5'), 'utf8')).toBe('library');
  expect(readlinkSync(library('libpq.so'))).toBe(library('libpq.so.5.18'));
});

it('says to set DATABASE_URL on a platform without a package', () => {
  expect(() => findBinaries('sunos', 'sparc')).toThrow(/@embedded-postgres\/sunos-sparc.*set DATABASE_URL/);
});
