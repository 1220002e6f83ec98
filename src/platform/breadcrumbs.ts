import type { Person } from './actor';
import { isAt, placesFor, type Place } from './navigation';

export interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** Addresses that stand below a place, but not below its own address. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  '/board': ['/stays', '/closures', '/week-sheet'],
  '/tonight': ['/emergency-claims'],
  '/requests': ['/request-series'],
  '/families': ['/cas-plans', '/short-break-plans'],
  '/young-people': ['/solo-decisions'],
  '/units': ['/setting-up'],
};

/**
 * The way from home to what stands above a page; none on home itself and where nobody has signed in.
 * @param back what the page’s own view says it stands below.
 */
export function breadcrumbs(
  person: Person | undefined,
  path: string,
  back: Crumb | undefined,
  keep: string,
): Crumb[] {
  if (!person || path === '/') return [];
  const place = placesFor(person).find((each) => isBelow(each, path));
  const above = [
    { text: 'Home', href: `/${keep}` },
    ...(place && place.href !== path ? [{ text: place.text, href: `${place.href}${keep}` }] : []),
  ];
  const isNews = back !== undefined && !above.some(({ href }) => pathOf(href) === pathOf(back.href));
  return isNews ? [...above, { ...back, text: nameIn(back.text) }] : above;
}

function isBelow({ href }: Place, path: string): boolean {
  return isAt(href, path) || (BELOW[href] ?? []).some((each) => isAt(each, path));
}

function pathOf(href: string): string {
  return href.split('?')[0] ?? href;
}

/** `Back to the plan` leads to `The plan`. */
function nameIn(text: string): string {
  const name = text.replace(/^Back to /, '');
  return name.charAt(0).toLocaleUpperCase('en-GB') + name.slice(1);
}
