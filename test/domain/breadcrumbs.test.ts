import type { Person, Role } from '../../src/platform/actor';
import { breadcrumbs } from '../../src/platform/breadcrumbs';

const somebody = (role: Role): Person => ({ id: 'a', name: 'Somebody', role, unitIds: null, team: null });

const textsOf = (role: Role, path: string, back?: { text: string; href: string }) =>
  breadcrumbs(somebody(role), path, back, '').map(({ text }) => text);

it('lead from home to the place a page stands below', () => {
  expect(textsOf('manager', '/tasks')).toEqual(['Home']);
  expect(textsOf('manager', '/tasks/1')).toEqual(['Home', 'Tasks']);
  expect(textsOf('manager', '/stays/1')).toEqual(['Home', 'Board']);
  expect(textsOf('worker', '/cas-plans/1')).toEqual(['Home', 'Families']);
  expect(textsOf('manager', '/cookies')).toEqual(['Home']);
});

it('end on what the page itself says it stands below, called by its name', () => {
  const stay = { text: 'Back to the stay', href: '/stays/1' };
  expect(textsOf('manager', '/stays/1/arrival', stay)).toEqual(['Home', 'Board', 'The stay']);
});

it('lead back from what a form of the place itself was answered with', () => {
  const list = { text: 'Back to stays in your calendar', href: '/calendar' };
  expect(textsOf('manager', '/calendar', list)).toEqual(['Home', 'Stays in your calendar']);
});

it('say nothing twice', () => {
  const back = { text: 'Back to the board', href: '/board?unit=1' };
  expect(textsOf('manager', '/stays/1', back)).toEqual(['Home', 'Board']);
});

it('lead nobody to a place they may not open', () => {
  expect(textsOf('worker', '/stays/1')).toEqual(['Home']);
});

it('are not on home itself, nor where nobody has signed in', () => {
  expect(textsOf('manager', '/')).toEqual([]);
  expect(breadcrumbs(undefined, '/cookies', undefined, '')).toEqual([]);
});

it('keep the unit', () => {
  const links = breadcrumbs(somebody('manager'), '/stays/1', undefined, '?unit=1').map(({ href }) => href);
  expect(links).toEqual(['/?unit=1', '/board?unit=1']);
});
