const POUNDS = /^£?\s*(\d{1,3}(?:[, ]\d{3})+|\d{1,10})(?:\.(\d{1,2}))?$/;

/** Pence from pounds as people type them: `672,750`, `£467.19`, `12.5`; nothing for what is no sum of money. */
export function readPounds(typed: string): number | undefined {
  const [, pounds, pence = ''] = POUNDS.exec(typed.trim()) ?? [];
  if (pounds === undefined) return undefined;
  return Number(pounds.replaceAll(/[, ]/g, '')) * 100 + Number(pence.padEnd(2, '0'));
}
