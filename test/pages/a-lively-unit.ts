import { aCompatibleGroup, assessPair, aUnit, book, type AUnit } from '../support/diary';
import type { Product } from '../support/product';

/** A unit in the middle of things on Wed 11 March 2026: every state a bed can be in. */
export async function aLivelyUnit(product: Product): Promise<AUnit> {
  const noon = product.clock.at;
  product.clock.at = new Date('2026-03-08T12:00:00Z');
  const unit = await aUnit(product);
  const room = (number: number): string => unit.rooms[number - 1]?.id ?? '';
  const year = { startsOn: '2025-04-01', endsOn: '2027-04-01' };
  const terms = { nightsPerYear: 1440, costPencePerYear: 67_275_000, spotPricePencePerNight: 70_000 };
  await product
    .as('manager')
    .post(`/api/units/${unit.id}/contracts`)
    .send({ ...year, ...terms });
  const [ann = '', ben = '', cat = '', dan = '', eve = '', fay = ''] = await aCompatibleGroup(product, 6);
  await nameThem(product, [ann, ben, cat, dan, eve, fay]);
  const stay = async (youngPersonId: string, from: number, to: number, number: number, also: object = {}) => {
    const [arrivesOn, departsOn] = [march(from), march(to)];
    const { solo, ...rest } = also as { solo?: boolean };
    const asked = { youngPersonId, arrivesOn, departsOn, roomId: room(number), ...(solo ? { solo } : {}) };
    const answer = await book(product, unit, [asked], rest);
    expect([answer.status, answer.body]).toEqual([201, answer.body]);
    return (answer.body as { items: { id: string }[] }).items[0]?.id ?? '';
  };
  const arrive = async (id: string, at: string): Promise<void> => {
    product.clock.at = new Date(at);
    expect((await product.as('staff').post(`/api/stays/${id}/arrival`).send({ at })).status).toBe(200);
  };

  const leaving = await stay(ann, 9, 11, 1);
  const overdue = await stay(ben, 9, 10, 2);
  const absent = await stay(cat, 9, 10, 3);
  await arrive(leaving, '2026-03-09T17:00:00Z');
  await arrive(overdue, '2026-03-09T18:00:00Z');
  await product.as('staff').post(`/api/stays/${absent}/non-arrival`).send({});
  product.clock.at = new Date('2026-03-11T08:30:00Z');
  const tonight = await stay(dan, 10, 13, 3, { kind: 'emergency' });
  await arrive(tonight, '2026-03-11T08:40:00Z');
  product.clock.at = noon;
  await stay(eve, 13, 16, 1);
  await stay(fay, 13, 15, 4);
  await assessPair(product, [eve, fay], 'not-together');
  await stay(cat, 16, 18, 2, { hold: true });
  await stay(ann, 19, 21, 3, { solo: true });
  const closure = { unitId: unit.id, roomId: room(4), fromOn: march(16), toOn: march(19) };
  await product
    .as('manager')
    .post('/api/closures')
    .send({ ...closure, kind: 'repair', reason: 'The window is broken.' });
  await stay(dan, 30, 35, 2);
  return unit;
}

const NAMES = ['Ann Archer', 'Ben Bright', 'Cat Crane', 'Dan Dale', 'Eve Elm', 'Fay Frost'];

async function nameThem(product: Product, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await product.dataSource.query(
      'UPDATE young_people SET given_name = $2, family_name = $3 WHERE id = $1',
      [id, ...(NAMES[index]?.split(' ') ?? [])],
    );
}

function march(day: number): string {
  return new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10);
}
