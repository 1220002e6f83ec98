import { ownPath } from '../../src/platform/own-path';

it.each([
  '/',
  '/board',
  '/stays/new?unit=1&on=2026-03-29',
  '/sign-in?next=%2Fboard',
  '/tonight#beds',
  '/a//b',
])('leads back to %s', (path) => expect(ownPath(path)).toBe(path));

it.each([
  ...[
    '//elsewhere.test',
    '/\\elsewhere.test',
    '\\\\elsewhere.test',
    '/\t/elsewhere.test',
    '/\n/elsewhere.test',
  ],
  ...['/\r\n//elsewhere.test', '\t//elsewhere.test', '/.//elsewhere.test', '/x/..//elsewhere.test'],
  ...[
    'https://elsewhere.test',
    'javascript:alert(1)',
    'data:text/html,x',
    'elsewhere.test',
    '@elsewhere.test',
    '',
  ],
  ...['///elsewhere.test', '/\\/elsewhere.test', '//[', undefined, null, 7, ['/board'], { path: '/board' }],
])('leads nobody to %p', (path) => expect(ownPath(path)).toBe('/'));
