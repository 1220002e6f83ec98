import { FreedNights } from '../../src/platform/freed-nights';
import { Jobs } from '../../src/platform/jobs/jobs';
import { assessPair, aUnit, type AUnit } from '../support/diary';
import { startProduct, type Product } from '../support/product';
import { act, aFamily, asked, getOn, read, statesOf, WEEKEND, type ToldRequest } from '../support/requests';

let product: Product;
let unit: AUnit;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  product.clock.at = new Date('2026-03-11T12:00:00Z');
  unit = await aUnit(product, { rooms: 1 });
});

const settled = () => product.app.get(FreedNights).settled();

const later = (hours: number) => {
  product.clock.at = new Date(product.clock.at.getTime() + hours * 3_600_000);
};

/** Somebody has the only bed of the weekend. */
async function taken(): Promise<string> {
  const request = await asked(product, unit.id, await aFamily(product), WEEKEND);
  const placed = await act(product, 'manager', request, 'placement');
  return (placed.body as ToldRequest).stayIds[0] ?? '';
}

async function waits(also: object = {}, nights = 300): Promise<ToldRequest> {
  const request = await asked(product, unit.id, await aFamily(product, 1, { nights }), {
    ...WEEKEND,
    ...also,
  });
  await act(product, 'manager', request, 'waiting');
  later(1);
  return request;
}

const change = (stayId: string, action: string, body: object) =>
  product.as('staff').post(`/api/stays/${stayId}/${action}`).send(body);

const cancel = (stayId: string) => change(stayId, 'cancellation', { by: 'family', reason: 'Ill.' });

async function states(...requests: readonly ToldRequest[]): Promise<string[]> {
  await settled();
  const told: string[] = [];
  for (const request of requests) told.push((await read(product, request)).status);
  return told;
}

describe('nights that become free', () => {
  it('are offered to the most urgent, then to who has waited longest, and it is written down why', async () => {
    const stay = await taken();
    const [first, urgent] = [await waits(), await waits({ urgency: 'urgent' })];
    await cancel(stay);
    expect(await states(first, urgent)).toEqual(['waiting', 'offered']);
    const { offer, stayIds } = await read(product, urgent);
    expect(offer).toMatchObject({ arrivesOn: '2026-03-13', byWaitingList: true });
    expect(await statesOf(product, stayIds)).toEqual(['held']);
    const kept = await product.dataSource.query<{ why: object; made_by_name: string }[]>(
      'SELECT why, made_by_name FROM request_offers WHERE request_id = $1',
      [urgent.id],
    );
    expect(kept).toMatchObject([
      {
        made_by_name: 'The system',
        why: { place: 1, of: 2, urgency: 'urgent', displacedBefore: false, nightsOwed: 300 },
      },
    ]);
    expect(offer).not.toHaveProperty('why');
    expect((await read(product, urgent, 'manager')).offer).toMatchObject({
      why: expect.stringMatching(
        /^Number 1 of 2 on the waiting list: urgent, asked on Wed 11 March 2026/,
      ) as string,
    });
    expect((await act(product, 'worker', urgent, 'acceptance')).body).toMatchObject({ status: 'placed' });
  });

  it('are offered first to whoever lost a bed to an emergency', async () => {
    const stay = await taken();
    const [urgent, displaced] = [await waits({ urgency: 'urgent' }), await waits()];
    await product.dataSource.query('UPDATE requests SET displaced_before = true WHERE id = $1', [
      displaced.id,
    ]);
    await cancel(stay);
    expect(await states(urgent, displaced)).toEqual(['waiting', 'offered']);
  });

  it('go to the next when an offer is given back, and are not offered again to who gave it back', async () => {
    const stay = await taken();
    const [first, second] = [await waits(), await waits()];
    await cancel(stay);
    expect(await states(first, second)).toEqual(['offered', 'waiting']);
    await act(product, 'worker', first, 'refusal-of-offer', { reason: 'A birthday.' });
    expect(await states(first, second)).toEqual(['waiting', 'offered']);
    await act(product, 'worker', second, 'refusal-of-offer', { reason: 'A birthday too.' });
    expect(await states(first, second)).toEqual(['waiting', 'waiting']);
  });

  it('go to the next when an offer runs out and nobody comes by', async () => {
    const stay = await taken();
    const [first, second] = [await waits(), await waits()];
    product.clock.at = new Date('2026-03-11T20:00:00Z');
    await product
      .as('manager')
      .post(`/api/units/${unit.id}/settings`)
      .send({ from: '2026-03-01', holdHours: 2 });
    await cancel(stay);
    expect(await states(first, second)).toEqual(['offered', 'waiting']);
    later(2);
    expect(await states(first, second)).toEqual(['waiting', 'waiting']);
    await product.app.get(Jobs).runNow('free holds that have run out');
    expect(await states(first, second)).toEqual(['waiting', 'offered']);
    const outcomes = await product.dataSource.query<{ outcome: string }[]>(
      'SELECT outcome FROM request_offers WHERE request_id = ANY($1) ORDER BY made_at',
      [[first.id, second.id]],
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['ran-out', 'open']);
  });

  it('pass over who cannot be placed on them, and who could only with something to acknowledge', async () => {
    unit = await aUnit(product, { rooms: 2 });
    const [there, leaving, careful] = [
      await aFamily(product),
      await aFamily(product),
      await aFamily(product),
    ];
    await getOn(product, there, leaving);
    await assessPair(product, [there[0] ?? '', careful[0] ?? ''], 'with-controls');
    const stays: string[] = [];
    for (const family of [there, leaving]) {
      const request = await asked(product, unit.id, family, WEEKEND);
      const placed = await act(product, 'manager', request, 'placement');
      stays.push(...(placed.body as ToldRequest).stayIds);
    }
    const strangers = await waits({ urgency: 'urgent' });
    const withControls = await asked(product, unit.id, careful, WEEKEND);
    await act(product, 'manager', withControls, 'waiting');
    await cancel(stays[1] ?? '');
    expect(await states(strangers, withControls)).toEqual(['waiting', 'waiting']);
    const acknowledged = ['controls'];
    expect((await act(product, 'manager', withControls, 'offer', { acknowledged })).status).toBe(200);
    expect((await act(product, 'worker', withControls, 'acceptance')).status).toBe(200);
  });

  it('are no more than one offer for each bed', async () => {
    unit = await aUnit(product, { rooms: 2 });
    const families = [await aFamily(product), await aFamily(product), await aFamily(product)];
    await getOn(product, ...families);
    const closure = {
      unitId: unit.id,
      fromOn: '2026-03-12',
      toOn: '2026-03-20',
      kind: 'repair',
      reason: 'A leak.',
    };
    const closed = await product.as('manager').post('/api/closures').send(closure);
    const waiting: ToldRequest[] = [];
    for (const family of families) {
      const request = await asked(product, unit.id, family, WEEKEND);
      await act(product, 'manager', request, 'waiting');
      waiting.push(request);
      later(1);
    }
    await product
      .as('manager')
      .post(`/api/closures/${(closed.body as { id: string }).id}/ending`)
      .send({ on: '2026-03-12' });
    expect(await states(...waiting)).toEqual(['offered', 'offered', 'waiting']);
  });

  it.each([
    ['departs early', 'departure', { at: '2026-03-14T10:00:00Z', destination: 'Home', summary: 'Homesick.' }],
    ['does not arrive', 'non-arrival', {}],
    ['is shortened', 'dates', { arrivesOn: '2026-03-13', departsOn: '2026-03-14' }],
  ])('are offered when a stay %s', async (_, action, body) => {
    const stay = await taken();
    const request = await waits({ nights: 1, latest: '2026-03-15', weekdays: ['saturday'] });
    product.clock.at = new Date('2026-03-13T18:00:00Z');
    if (action === 'departure') await change(stay, 'arrival', { at: '2026-03-13T17:00:00Z' });
    if (action === 'departure') product.clock.at = new Date('2026-03-14T11:00:00Z');
    expect((await change(stay, action, body)).status).toBe(200);
    expect(await states(request)).toEqual(['offered']);
  });

  it('harm nobody who frees them when the offering fails', async () => {
    const stay = await taken();
    const request = await waits();
    await product.dataSource.query(
      'ALTER TABLE request_offers ADD CONSTRAINT nothing_more CHECK (NOT by_waiting_list) NOT VALID',
    );
    const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    expect((await cancel(stay)).status).toBe(200);
    expect(await states(request)).toEqual(['waiting']);
    silent.mockRestore();
    stderr.mockRestore();
    await product.dataSource.query('ALTER TABLE request_offers DROP CONSTRAINT nothing_more');
    expect(await statesOf(product, [stay])).toEqual(['cancelled']);
  });
});
