import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'express';

/** Written into the card itself: fewer journeys on a bad line, and the card kept for none at all is whole. */
export const STYLE = ['theme.css', 'tonight.css'].map(asset).join('\n');
export const SCRIPT = asset('tonight.js');

const POLICY = 'Content-Security-Policy';
const ALLOWED = { 'style-src': STYLE, 'script-src': SCRIPT };

/** Nothing else may be written inline: the browser takes these two texts and no other. */
export function allowInline(response: Response): void {
  const policy = Object.entries(ALLOWED).reduce(
    (said, [kind, text]) => said.replace(`${kind} `, `${kind} 'sha256-${hashOf(text)}' `),
    String(response.getHeader(POLICY)),
  );
  response.set(POLICY, policy);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function asset(file: string): string {
  return readFileSync(join(__dirname, '../platform/assets', file), 'utf8');
}
