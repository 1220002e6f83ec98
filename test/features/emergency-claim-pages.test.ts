import type { User } from '../support/accounts';
import { aCompatibleGroup, assessPair, aUnit, book, siblings, type AUnit } from '../support/diary';
import { claim } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';
import { act, aFamily, asked } from '../support/requests';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.at = AT_TWO;
});

const AT_TWO = new Date('2026-03-11T02:04:00Z');
const TONIGHT = { arrivesOn: '2026-03-10', departsOn: '2026-03-11' };
const NEW = '/emergency-claims/new';

interface Page {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

async function open(user: User, path: string, form?: Record<string, string>): Promise<Page> {
  const answer = await fetch(`${product.baseUrl}${path}`, {
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    redirect: 'manual',
    headers: product.headersOf(user),
  });
  return {
    status: answer.status,
    text: await answer.text(),
    location: answer.headers.get('location') ?? '',
  };
}

/** What the two pages send at the end. */
function whole({ id: unitId }: AUnit, told: Record<string, string> = {}): Record<string, string> {
  return {
    ...{ unitId, key: `key of ${unitId}`, step: 'claim', approximateAge: '15', nights: '1' },
    ...{ legalBasis: 'police-protection', protectionOn: '2026-03-11', protectionAt: '01:30' },
    ...{ reason: 'Found alone.', alternatives: 'An aunt.', approvedName: 'Morgan Ellis' },
    ...{ approvedRole: 'Duty manager', approvedOn: '2026-03-11', approvedAt: '02:00' },
    ...told,
  };
}

/** The names of the ways offered, the least harm first. */
const waysIn = ({ text }: Page) =>
  [...text.matchAll(/name="way"[^>]*? value="([0-9a-f]+)"/g)].map(([, name = '']) => name);

const seen = (unit: AUnit, told: Record<string, string> = {}, user: User = 'edt') =>
  open(user, NEW, whole(unit, { step: 'bed', ...told }));

/** Looked at, then claimed as it was offered. */
async function claimed(unit: AUnit, told: Record<string, string> = {}): Promise<Page> {
  const [way = ''] = waysIn(await seen(unit, told));
  return open('edt', NEW, whole(unit, { way, ...told }));
}

const staysIn = async ({ id }: AUnit) =>
  (
    (await product.as('manager').get(`/api/stays?unitId=${id}`)).body as {
      items: { id: string; kind: string; status: string; arrivesOn: string }[];
    }
  ).items;

/** Before tonight, with planned stays that have not arrived in every room. */
async function full(rooms: number): Promise<{ unit: AUnit; children: string[] }> {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  const unit = await aUnit(product, { rooms });
  const children = await aCompatibleGroup(product, rooms);
  for (const youngPersonId of children) await book(product, unit, [{ youngPersonId, ...TONIGHT }]);
  product.clock.at = AT_TWO;
  return { unit, children };
}

const WORD = 'Nowhere else tonight.';
const SAID = {
  'authorise-kept-for-planned': WORD,
  'authorise-protected': WORD,
  'authorise-not-assessed': WORD,
};

describe('who may claim', () => {
  it.each(['worker', 'finance', 'auditor', 'service-manager', 'administrator'] as const)(
    'is not a %s',
    async (user) => {
      const unit = await aUnit(product);
      const { id, stayId } = (await claim(product, unit)).body as { id: string; stayId: string };
      const pages = [NEW, `/emergency-claims/${id}`, `/emergency-claims/of-stay/${stayId}`];
      for (const path of pages) expect((await open(user, path)).status).toBe(403);
      expect((await open(user, NEW, whole(unit))).status).toBe(403);
      expect((await open(user, `/emergency-claims/${id}/facts`, { givenName: 'Sam' })).status).toBe(403);
    },
  );

  it('is the emergency duty team, each of whom sees their own claims, and the unit’s staff, who see all', async () => {
    const unit = await aUnit(product);
    const byStaff = (await claim(product, unit, {}, 'staff')).body as { id: string; stayId: string };
    for (const path of [`/emergency-claims/${byStaff.id}`, `/emergency-claims/of-stay/${byStaff.stayId}`])
      expect((await open('edt', path)).status).toBe(404);
    const facts = await open('edt', `/emergency-claims/${byStaff.id}/facts`, { givenName: 'Sam' });
    expect(facts.status).toBe(404);
    const { location } = await open('staff', `/emergency-claims/of-stay/${byStaff.stayId}`);
    expect(location).toBe(`/emergency-claims/${byStaff.id}`);
    const { text } = await open('manager', location);
    expect(text).toContain('Find out what is not known yet');
    expect((await open('staff', `/stays/${byStaff.stayId}`)).text).toContain('How the bed was claimed');
  });
});

describe('need to know', () => {
  it('tells the emergency duty team of nobody whose bed is at stake, and staff by name', async () => {
    const { unit, children } = await full(2);
    const people = await Promise.all(
      children.map(async (id) => (await product.as('manager').get(`/api/young-people/${id}`)).body as object),
    );
    const stays = await staysIn(unit);
    const secrets = [
      ...people.flatMap((person) => Object.values(person).filter((word) => typeof word === 'string')),
      ...stays.map(({ id }) => id),
    ].filter((word) => word.length > 3);
    const page = await seen(unit);
    expect(page.text).toContain('loses its bed');
    expect(secrets.filter((word) => page.text.includes(word))).toEqual([]);
    expect(page.text).not.toMatch(/Room \d/);
    expect((await seen(unit, {}, 'staff')).text).toMatch(/Loses the bed: Given\d/);
  });

  it('finds a child on file by a name that is never in an address, and lets nobody browse', async () => {
    const unit = await aUnit(product);
    const [child = ''] = await siblings(product, 1, '2010-02-03');
    const { givenName } = (await product.as('manager').get(`/api/young-people/${child}`)).body as {
      givenName: string;
    };
    const asLink = await open('edt', `${NEW}?unitId=${unit.id}&search=${givenName}&youngPersonId=${child}`);
    expect(asLink.text).not.toContain(givenName);
    const find = (search: string) => open('edt', NEW, { unitId: unit.id, step: 'find', search });
    const found = await find(givenName.toLowerCase());
    expect(found.text).toContain(child);
    expect((found.text.match(/name="youngPersonId"/g) ?? []).length).toBeLessThanOrEqual(6);
    expect((await find(' g')).text).toContain('Give at least 3 letters');
    const { status, location } = await claimed(unit, { youngPersonId: child, approximateAge: '' });
    expect(status).toBe(303);
    expect((await open('edt', location)).text).toContain(givenName);
  });

  it('tells the controls to keep to without the name in them, and asks that they were read', async () => {
    const [there = '', coming = ''] = await siblings(product, 2, '2011-05-06');
    product.clock.at = new Date('2026-03-09T12:00:00Z');
    const unit = await aUnit(product);
    await assessPair(product, [there, coming], 'with-controls');
    await book(product, unit, [{ youngPersonId: there, ...TONIGHT }]);
    product.clock.at = AT_TWO;
    const known = { youngPersonId: coming, approximateAge: '' };
    expect((await seen(unit, known)).text).toContain('Staff within sight.');
    const unread = await claimed(unit, known);
    expect(unread.status).toBe(400);
    expect(unread.text).toContain('href="#acknowledged-controls"');
    expect((await claimed(unit, { ...known, acknowledged: 'controls' })).status).toBe(303);
  });
});

describe('one claim', () => {
  it('comes of a double tap and of trying again later, and another of a brother or sister', async () => {
    const unit = await aUnit(product);
    const [way = ''] = waysIn(await seen(unit));
    const form = whole(unit, { way, ...SAID });
    const [one, two] = await Promise.all([open('edt', NEW, form), open('edt', NEW, form)]);
    const later = await open('edt', NEW, { ...form, approvedAt: '02:03', reason: 'Found alone, cold.' });
    expect([one.status, two.location, later.location]).toEqual([303, one.location, one.location]);
    expect(await staysIn(unit)).toHaveLength(1);
    const sibling = await open('edt', NEW, { ...form, givenName: 'Kit' });
    expect([sibling.status, sibling.location === one.location]).toEqual([303, false]);
    expect(await staysIn(unit)).toHaveLength(2);
  });

  it('is refused when somebody was quicker, and the page says what is possible now and keeps what was typed', async () => {
    const unit = await aUnit(product, { rooms: 1 });
    const [way = ''] = waysIn(await seen(unit));
    await claim(product, unit, {}, 'staff');
    const late = await open('edt', NEW, whole(unit, { way }));
    expect(late.status).toBe(409);
    expect(late.text).toContain('The bed has gone since you looked');
    expect(late.text).toContain('There is no bed here tonight.');
    expect(late.text).toContain('Found alone.');
  });

  it('keeps what was typed when the session has ended, and claims it once somebody has signed in again', async () => {
    const unit = await aUnit(product);
    const [way = ''] = waysIn(await seen(unit));
    const answer = await fetch(`${product.baseUrl}${NEW}`, {
      method: 'POST',
      body: new URLSearchParams(whole(unit, { way })),
      headers: { Accept: 'text/html', Origin: product.baseUrl },
    });
    expect(answer.status).toBe(401);
    const text = await answer.text();
    expect(text).toContain('Found alone.');
    expect(await staysIn(unit)).toEqual([]);
    expect((await open('edt', NEW, whole(unit, { way }))).status).toBe(303);
  });

  it('takes a free bed that appeared meanwhile only when it is claimed as that', async () => {
    const { unit } = await full(1);
    const [way = ''] = waysIn(await seen(unit));
    const [stay] = await staysIn(unit);
    await product
      .as('manager')
      .post(`/api/stays/${stay?.id ?? ''}/cancellation`)
      .send({ by: 'family', reason: 'Ill.' });
    const late = await open('edt', NEW, whole(unit, { way, ...SAID }));
    expect(late.status).toBe(409);
    expect(late.text).toContain('There is a free bed now');
    expect((await claimed(unit)).status).toBe(303);
  });
});

describe('making room', () => {
  it('moves a planned break to other dates its family asked for, when that is chosen', async () => {
    product.clock.at = new Date('2026-03-01T12:00:00Z');
    const unit = await aUnit(product, { rooms: 1 });
    const window = { earliest: '2026-03-11', latest: '2026-04-24', nights: 1, weekdays: [] };
    const request = await asked(product, unit.id, await aFamily(product), window);
    expect((await act(product, 'manager', request, 'placement', { arrivesOn: '2026-03-11' })).status).toBe(
      200,
    );
    product.clock.at = AT_TWO;
    const two = { nights: '2', ...SAID };
    const page = await seen(unit, two);
    expect(page.text).toContain('Nobody need lose a break.');
    expect((await open('edt', NEW, whole(unit, two))).text).toContain('Choose how to make room.');
    expect((await claimed(unit, two)).status).toBe(303);
    const planned = (await staysIn(unit)).filter(({ kind }) => kind === 'planned');
    expect(planned).toMatchObject([{ status: 'confirmed' }]);
    expect(planned[0]?.arrivesOn).not.toBe('2026-03-11');
  });

  it('says why there is no bed, and leads to a unit that has one with everything typed', async () => {
    const unit = await aUnit(product, { rooms: 1 });
    const other = await aUnit(product);
    await claim(product, unit, {}, 'staff');
    const none = await seen(unit, { givenName: 'Kit' });
    expect(none.text).toContain('No stay can make way: everybody is here already.');
    expect(none.text).toMatch(/Try Test unit: \d beds? free/);
    const there = await seen(unit, { givenName: 'Kit', elsewhere: other.id });
    expect(there.text).toContain('There is a bed.');
    expect(there.text).toContain(`name="unitId" value="${other.id}"`);
    expect(there.text).toContain('For Kit, about 15.');
    expect((await seen(other, { approximateAge: '19' })).text).toContain('aged 8 to 17');
  });

  it('never chooses a legal basis, and reminds of section 20 at 16 and 17 only', async () => {
    const unit = await aUnit(product);
    const old = await seen(unit, { approximateAge: '16', legalBasis: '' });
    expect(old.text).toContain('Section 20: they agree themselves');
    expect(old.text).toContain('Not section 17.');
    expect(old.text).not.toMatch(/name="legalBasis"[^>]* checked/);
    expect((await seen(unit)).text).not.toContain('they agree themselves');
  });
});
