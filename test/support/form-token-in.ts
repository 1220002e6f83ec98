/** What the forms of a page carry. */
export function formTokenIn(html: string): string {
  return /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
