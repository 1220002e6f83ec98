/** Only ever back into this product: a path of ours, whole, or the start page. */
export function ownPath(next: unknown): string {
  return typeof next === 'string' && next.length <= 2000 && /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(next)
    ? next
    : '/';
}
