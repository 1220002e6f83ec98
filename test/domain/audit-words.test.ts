import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ABOUT } from '../../src/platform/about/about';
import { ACTION_WORDS } from '../../src/platform/audit/action-words';
import { PAGE_WORDS, pageWords } from '../../src/platform/audit/page-words';

const SOURCES = join(__dirname, '../../src');

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('-words.ts'))
  .map((path) => readFileSync(join(SOURCES, path), 'utf8'));

/** Whole words, where they are given as an action or to what makes an entry of one. */
const ACTION =
  /(?:action: |entry\w*\(\s*|\? |: |audited\w*\(\s*|, )'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g;
const BEGUN = /action: `([a-z-]+\.[a-z-]*)\$\{/g;

const inAudited = (pattern: RegExp) =>
  sources
    .filter((text) => /audit/i.test(text))
    .flatMap((text) => [...text.matchAll(pattern)].map(([, action = '']) => action));

describe('the words of the audit trail', () => {
  it('are there for every action that is written down', () => {
    const actions = [...new Set(inAudited(ACTION))].filter((action) => !/\.(css|svg|json|csv)$/.test(action));
    expect(actions.length).toBeGreaterThan(50);
    expect(actions.filter((action) => !(action in ACTION_WORDS))).toEqual([]);
    const begun = [...new Set(inAudited(BEGUN))];
    const unsaid = begun.filter((start) => !Object.keys(ACTION_WORDS).some((each) => each.startsWith(start)));
    expect(unsaid).toEqual([]);
  });

  it('are there for every kind of page about a young person', () => {
    const nouns = Object.keys(ABOUT).filter(
      (noun) => !ABOUT[noun]?.includes('NULL::uuid AS young_person_id'),
    );
    expect(nouns.filter((noun) => !(noun in PAGE_WORDS))).toEqual([]);
    expect(pageWords('GET /stays/:id/arrival')).toBe('A stay of theirs');
    expect(pageWords('GET /api/stays')).toBe('A stay of theirs, by a program');
    expect(pageWords('GET /young-people/:id/looks')).toBe('Who has looked at their file');
  });
});
