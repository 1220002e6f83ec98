const OURS = 'http://ours.invalid';

/** Only ever back into this product: the path as it was given, or `/` where a browser would leave by it. */
export function ownPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, OURS)) return '/';
  const { origin, pathname } = new URL(given, OURS);
  return origin === OURS && !pathname.startsWith('//') ? given : '/';
}
