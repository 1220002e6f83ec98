/** A number for each, in the order met and of one width: so that children can be told apart without being named. */
export function numbered(ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...new Set(ids)].map((id, index) => [id, String(index + 1).padStart(3, '0')]));
}
