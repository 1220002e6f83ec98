import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ASSETS = join(__dirname, '../../src/platform/assets');
const THEME = read('theme.css');

type Colours = Readonly<Record<string, string>>;

function read(file: string): string {
  return readFileSync(join(ASSETS, file), 'utf8');
}

/** The variables of the first block after `at`, over those that held before. */
function coloursAfter(at: string, before: Colours = {}): Colours {
  const from = THEME.indexOf(at);
  if (from < 0) throw new Error(`The theme has no ${at}.`);
  const block = THEME.slice(from, THEME.indexOf('}', from));
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return { ...before, ...Object.fromEntries(found.map(([, name = '', value = '']) => [name, value])) };
}

const DAY = coloursAfter(':root');
const NIGHT = coloursAfter('@media screen and (prefers-color-scheme: dark)', DAY);
const STRONG = '@media (prefers-contrast: more)';
const STRONG_NIGHT = '@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark)';

const LOOKS: Readonly<Record<string, Colours>> = {
  day: DAY,
  night: NIGHT,
  'day in strong contrast': coloursAfter(STRONG, DAY),
  'night in strong contrast': coloursAfter(STRONG_NIGHT, coloursAfter(STRONG, NIGHT)),
  paper: coloursAfter('@media print', DAY),
};

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['sb-paper', 'sb-surface', 'sb-sunken'];
const WORDS = ['sb-ink', 'sb-muted', 'sb-brand', 'govuk-link-colour', 'govuk-link-visited-colour', 'sb-bad'];
const TONES = ['good', 'busy', 'careful', 'bad', 'brand'];
const PAIRS: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => WORDS.map((words) => [words, ground] as const)),
  ...TONES.map((tone) => [`sb-${tone}`, `sb-${tone}-soft`] as const),
  ...TONES.map((tone) => ['sb-ink', `sb-${tone}-soft`] as const),
  ['sb-muted', 'sb-quiet-soft'],
  ['sb-button-text', 'sb-button'],
  ['sb-button-text', 'sb-button-hover'],
  ['sb-ink', 'sb-second'],
  ['sb-ink', 'sb-second-hover'],
  ['govuk-focus-text-colour', 'govuk-focus-colour'],
];

describe.each(Object.entries(LOOKS))('by %s', (_, colours) => {
  const faint = (pairs: typeof PAIRS, least: number) =>
    pairs
      .map(([one, other]) => [one, other, contrast(colours[one] ?? '', colours[other] ?? '')] as const)
      .filter(([, , found]) => !(found >= least));

  it('every word can be read', () => {
    expect(faint(PAIRS, 4.5)).toEqual([]);
  });

  it('what has the focus can be told from what has not', () => {
    const rings = ['govuk-focus-colour', 'govuk-focus-text-colour'];
    const seen = (ground: string) => rings.some((ring) => faint([[ring, ground]], 3).length === 0);
    expect(GROUNDS.filter((ground) => !seen(ground))).toEqual([]);
  });

  it('every edge of a field can be seen', () => {
    expect(faint([...GROUNDS.map((ground) => ['sb-edge', ground] as const)], 3)).toEqual([]);
  });
});

it('asked for more contrast, gives seven to one', () => {
  const colours = LOOKS['night in strong contrast'] ?? {};
  for (const ground of GROUNDS)
    for (const words of WORDS)
      expect(contrast(colours[words] ?? '', colours[ground] ?? '')).toBeGreaterThan(7);
});

it('is the only sheet with colours of its own', () => {
  const sheets = readdirSync(ASSETS).filter((file) => file.endsWith('.css') && file !== 'theme.css');
  const own = sheets.flatMap((file) =>
    (read(file).match(/#[0-9a-f]{3,8}\b(?=[^{]*;)|\brgba?\(|\bhsla?\(/gi) ?? []).map(
      (colour) => `${file}: ${colour}`,
    ),
  );
  expect(sheets.length).toBeGreaterThan(10);
  expect(own).toEqual([]);
});
