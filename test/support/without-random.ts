/** A page but for what is random in it, another in every answer: nonces and the tokens of its forms. */
export function withoutRandom(html: string): string {
  return html.replaceAll(/ nonce="[^"]*"|(?<=name="formToken") value="[^"]*"/g, '');
}
