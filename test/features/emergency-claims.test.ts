import { aCompatibleGroup, aUnit, book, siblings, type AUnit, type Booked } from '../support/diary';
import { aClaim, AUTHORISED_MIX, claim } from '../support/emergencies';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());
beforeEach(() => {
  product.clock.at = new Date('2026-03-11T02:04:00Z');
});

interface Claimed {
  readonly id: string;
  readonly stayId: string;
  readonly youngPersonId: string;
  readonly controls: string[];
  readonly notKnown: string[];
  readonly stay: { readonly status: string; readonly kind: string; readonly arrivesOn: string };
}

const TONIGHT = { arrivesOn: '2026-03-10', departsOn: '2026-03-11' };

async function full(rooms = 2): Promise<{ unit: AUnit; children: string[]; stays: Booked[] }> {
  product.clock.at = new Date('2026-03-01T12:00:00Z');
  const unit = await aUnit(product, { rooms });
  const children = await aCompatibleGroup(product, rooms);
  const stays: Booked[] = [];
  for (const youngPersonId of children) {
    const answer = await book(product, unit, [
      { youngPersonId, arrivesOn: '2026-03-10', departsOn: '2026-03-12' },
    ]);
    stays.push(...(answer.body as { items: Booked[] }).items);
  }
  product.clock.at = new Date('2026-03-11T02:04:00Z');
  return { unit, children, stays };
}

describe('looking for a bed', () => {
  it('finds a free bed for the night that began yesterday, until the next working day, and records nothing', async () => {
    const unit = await aUnit(product);
    const answer = await product
      .as('edt')
      .post('/api/emergency-claims/preview')
      .send({ unitId: unit.id, age: 15 });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      ...{ night: '2026-03-10', ...TONIGHT, placeable: true, freeBed: true },
      endsAt: '2026-03-11T17:00:00.000Z',
      ways: [{ kind: 'free-bed', displace: [], why: 'Nobody loses a bed.' }],
      displacements: [],
    });
    const stays = await product.as('manager').get(`/api/stays?unitId=${unit.id}`);
    expect(stays.body).toMatchObject({ items: [] });
  });

  it('says that a child too old for the unit cannot come, whoever asks', async () => {
    const unit = await aUnit(product);
    const answer = await product
      .as('edt')
      .post('/api/emergency-claims/preview')
      .send({ unitId: unit.id, age: 19 });
    expect(answer.body).toMatchObject({ placeable: false, ways: [] });
    const { findings } = answer.body as { findings: object[] };
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'outside-statement-of-purpose', level: 'refuse' }),
    );
  });

  it.each([
    ['nothing', {}],
    ['a name', { child: { givenName: 'Sam' } }],
    ['an age, and of the child something else', { age: 15, child: { sex: 'male' } }],
    ['what is left out, as null', { nights: null, age: null, displace: null, child: { givenName: null } }],
  ])('finds it for a child of whom is told: %s', async (_, told) => {
    const unit = await aUnit(product);
    const asked = { unitId: unit.id, ...told };
    const answer = await product.as('edt').post('/api/emergency-claims/preview').send(asked);
    expect(answer.body).toMatchObject({ placeable: true, freeBed: true, ...TONIGHT });
  });

  it('is until the next working day after the last of its nights', async () => {
    const unit = await aUnit(product);
    const asked = { unitId: unit.id, age: 15, nights: 3 };
    const answer = await product.as('edt').post('/api/emergency-claims/preview').send(asked);
    expect(answer.body).toMatchObject({ departsOn: '2026-03-13', endsAt: '2026-03-13T17:00:00.000Z' });
    const claimed = (await claim(product, unit, { nights: 3 })).body as object;
    expect(claimed).toMatchObject({ endsAt: '2026-03-13T17:00:00.000Z' });
  });

  it('is for the emergency duty team and the unit’s staff only', async () => {
    const unit = await aUnit(product);
    for (const role of ['worker', 'finance', 'auditor', 'service-manager', 'administrator'] as const)
      expect(
        (await product.as(role).post('/api/emergency-claims/preview').send({ unitId: unit.id })).status,
      ).toBe(403);
  });
});

describe('claiming a bed', () => {
  it('takes an unknown child with half the facts missing, and leaves the rest as tasks', async () => {
    const unit = await aUnit(product);
    const answer = await claim(product, unit);
    expect(answer.status).toBe(201);
    const claimed = answer.body as Claimed;
    expect(claimed).toMatchObject({
      night: '2026-03-10',
      endsAt: '2026-03-11T17:00:00.000Z',
      policeProtectionEndsAt: '2026-03-14T02:04:00.000Z',
      risks: ['not-known'],
      stay: { status: 'confirmed', kind: 'emergency', ...TONIGHT },
    });
    expect(claimed.notKnown).toEqual(
      expect.arrayContaining(['given-name', 'date-of-birth', 'case-reference', 'allergies', 'risks']),
    );
    const tasks = await product.as('manager').get(`/api/tasks?unitId=${unit.id}`);
    const kinds = (tasks.body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'emergency-end',
        'missing-facts',
        'placement-plan',
        'police-protection',
        'notice',
      ]),
    );
  });

  it('takes in a child of whom nothing is known, as one of the ages it takes, and has the day find out', async () => {
    const unit = await aUnit(product);
    const answer = await claim(product, unit, { child: {} });
    expect(answer.status).toBe(201);
    const claimed = answer.body as Claimed;
    expect(claimed.notKnown).toEqual(expect.arrayContaining(['date-of-birth', 'given-name', 'sex']));
    const file = await product.as('manager').get(`/api/young-people/${claimed.youngPersonId}`);
    expect(file.body).toMatchObject({ dateOfBirth: '2013-09-10' });
  });

  it('refuses what it cannot do without, all of it at once', async () => {
    const unit = await aUnit(product);
    const asked = {
      ...aClaim(product, unit, { child: {}, legalBasis: 's20', risks: ['none-known', 'violence'] }),
      policeProtectionStartedAt: undefined,
    };
    const answer = await product.as('edt').post('/api/emergency-claims').send(asked);
    expect(answer.status).toBe(400);
    const pointers = (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['/consent', '/risks']);
    const bare = await product.as('edt').post('/api/emergency-claims').send({ unitId: unit.id, child: {} });
    expect(bare.status).toBe(400);
    expect((bare.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/legalBasis', '/reason', '/alternatives', '/approvedBy']),
    );
  });

  it.each([
    [
      'police protection without its start',
      { policeProtectionStartedAt: undefined },
      '/policeProtectionStartedAt',
    ],
    [
      'police protection that is over',
      { policeProtectionStartedAt: '2026-03-08T02:03:00Z' },
      '/policeProtectionStartedAt',
    ],
    ['a child born in the future', { child: { dateOfBirth: '2030-01-01' } }, '/child/dateOfBirth'],
    [
      'approval by oneself',
      { approvedBy: { name: 'test EDT', role: 'manager', at: '2026-03-11T02:00:00Z' } },
      '/approvedBy/name',
    ],
    [
      'approval still to come',
      { approvedBy: { name: 'M', role: 'manager', at: '2026-03-11T09:00:00Z' } },
      '/approvedBy/at',
    ],
    [
      'consent still to come, as a day',
      { consent: { by: 'Her mother', how: 'in person', on: '2026-03-12' } },
      '/consent/on',
    ],
    [
      'consent still to come, as a moment',
      { consent: { by: 'Her mother', how: 'in person', at: '2026-03-11T09:00:00Z' } },
      '/consent/at',
    ],
    [
      'their own consent at 15',
      {
        legalBasis: 'own-consent-16-17',
        policeProtectionStartedAt: undefined,
        consent: { by: 'The young person', how: 'in person', on: '2026-03-11' },
      },
      '/legalBasis',
    ],
  ])('refuses %s', async (_, told, pointer) => {
    const unit = await aUnit(product);
    const answer = await claim(product, unit, told);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it('makes one claim of a double tap', async () => {
    const unit = await aUnit(product);
    const asked = aClaim(product, unit);
    const send = () =>
      product.as('edt').post('/api/emergency-claims').set('Idempotency-Key', `tap-${unit.id}`).send(asked);
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect((one.body as Claimed).id).toBe((two.body as Claimed).id);
    const stays = await product.as('manager').get(`/api/stays?unitId=${unit.id}`);
    expect((stays.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('takes a child on file, found whatever the spelling, and tells who looked', async () => {
    const unit = await aUnit(product);
    const [child = ''] = await siblings(product, 1, '2010-02-03');
    const known = await product.as('manager').get(`/api/young-people/${child}`);
    const { givenName } = known.body as { givenName: string };
    const found = await product
      .as('edt')
      .post('/api/emergency-claims/child-search')
      .send({ search: givenName.toLowerCase() });
    expect((found.body as { items: { youngPersonId: string }[] }).items.length).toBeLessThanOrEqual(5);
    expect(found.body).toMatchObject({ items: [{ youngPersonId: child }] });
    expect((await claim(product, unit, { child: { youngPersonId: child } })).status).toBe(201);
  });

  it('lets nobody browse the children on file: a few letters of a name are asked for', async () => {
    const answer = await product.as('edt').post('/api/emergency-claims/child-search').send({ search: ' a' });
    expect(answer.status).toBe(400);
    expect((await product.as('edt').get('/api/young-people')).status).toBe(403);
  });
});

describe('who is there already', () => {
  it('needs the authority of a manager for somebody nobody has assessed, and writes a provisional assessment', async () => {
    const unit = await aUnit(product);
    const [there = ''] = await aCompatibleGroup(product, 1);
    product.clock.at = new Date('2026-03-09T12:00:00Z');
    await book(product, unit, [{ youngPersonId: there, ...TONIGHT }]);
    product.clock.at = new Date('2026-03-11T02:04:00Z');

    const refused = await claim(product, unit);
    expect(refused.status).toBe(409);
    const { findings } = refused.body as { findings: { code: string }[] };
    expect(findings.map(({ code }) => code)).toContain('not-assessed');
    expect(JSON.stringify(refused.body)).not.toContain(there);

    const allowed = await claim(product, unit, AUTHORISED_MIX);
    expect(allowed.status).toBe(201);
    const { youngPersonId, controls } = allowed.body as Claimed;
    expect(controls).toEqual([expect.stringContaining('not left alone together')]);
    const judged = await product
      .as('manager')
      .get(`/api/compatibility-assessments?youngPersonId=${youngPersonId}`);
    expect(judged.body).toMatchObject({
      items: [
        {
          outcome: 'with-controls',
          reviewOn: '2026-03-11',
          reasons: AUTHORISED_MIX.authorisations[0]?.reason,
        },
      ],
    });
  });

  it('tells whoever claims the controls to pass on, without the name in them', async () => {
    const unit = await aUnit(product);
    const [there = '', coming = ''] = await siblings(product, 2, '2011-05-06');
    const { givenName } = (await product.as('manager').get(`/api/young-people/${there}`)).body as {
      givenName: string;
    };
    product.clock.at = new Date('2026-03-09T12:00:00Z');
    await product
      .as('manager')
      .post('/api/compatibility-assessments')
      .send({
        youngPersonIds: [there, coming],
        outcome: 'with-controls',
        controls: `Keep ${givenName}’s door locked at night.`,
        reasons: 'Known to each other.',
      });
    await book(product, unit, [{ youngPersonId: there, ...TONIGHT }]);
    product.clock.at = new Date('2026-03-11T02:04:00Z');
    const answer = await claim(product, unit, {
      child: { youngPersonId: coming },
      acknowledged: ['controls'],
    });
    expect(answer.status).toBe(201);
    expect((answer.body as Claimed).controls).toEqual([
      'Keep the other young person’s door locked at night.',
    ]);
    expect(JSON.stringify(answer.body)).not.toContain(givenName);
  });

  it('passes on no name of a third who is there either', async () => {
    const unit = await aUnit(product);
    const [there = '', coming = '', third = ''] = await aCompatibleGroup(product, 3);
    const { givenName } = (await product.as('manager').get(`/api/young-people/${third}`)).body as {
      givenName: string;
    };
    product.clock.at = new Date('2026-03-09T12:00:00Z');
    for (const youngPersonId of [there, third]) await book(product, unit, [{ youngPersonId, ...TONIGHT }]);
    await product
      .as('manager')
      .post('/api/compatibility-assessments')
      .send({
        youngPersonIds: [there, coming],
        outcome: 'with-controls',
        controls: `Never both at a table with ${givenName}.`,
        reasons: 'Known to each other.',
      });
    product.clock.at = new Date('2026-03-11T02:04:00Z');
    const asked = { child: { youngPersonId: coming }, acknowledged: ['controls'] };
    const answer = await claim(product, unit, asked);
    expect(answer.status).toBe(201);
    expect((answer.body as Claimed).controls).toEqual(['Never both at a table with the other young person.']);
  });

  it('refuses a child beside somebody who needs the unit alone, and one who is staying already', async () => {
    const unit = await aUnit(product);
    const [there = ''] = await aCompatibleGroup(product, 1);
    product.clock.at = new Date('2026-03-09T12:00:00Z');
    const booked = await book(product, unit, [{ youngPersonId: there, ...TONIGHT, solo: true }]);
    const [stay] = (booked.body as { items: Booked[] }).items;
    product.clock.at = new Date('2026-03-10T18:00:00Z');
    await product
      .as('staff')
      .post(`/api/stays/${stay?.id ?? ''}/arrival`)
      .send({ at: '2026-03-10T17:00:00Z' });
    product.clock.at = new Date('2026-03-11T02:04:00Z');
    const answer = await claim(product, unit, AUTHORISED_MIX);
    expect(answer.status).toBe(409);
    const codes = (answer.body as { findings: { code: string }[] }).findings.map(({ code }) => code);
    expect(codes).toContain('solo-in-place');
  });
});

describe('a full unit', () => {
  it('offers the least harmful displacement, takes it when a manager authorises it, and keeps who decided', async () => {
    const { unit, stays } = await full();
    const preview = await product
      .as('edt')
      .post('/api/emergency-claims/preview')
      .send({ unitId: unit.id, age: 15 });
    expect(preview.body).toMatchObject({ freeBed: false, placeable: true });
    const [least] = (
      preview.body as { displacements: { displace: string[]; findings: { code: string; level: string }[] }[] }
    ).displacements;
    expect(least?.displace).toHaveLength(1);
    expect(stays.map(({ id }) => id)).toContain(least?.displace[0]);

    const without = await claim(product, unit, AUTHORISED_MIX);
    expect(without.status).toBe(409);

    const codes = (least?.findings ?? [])
      .filter(({ level }) => level === 'authorise')
      .map(({ code }) => code);
    expect(codes).toContain('kept-for-planned');
    const authorisations = codes.map((code) => ({ code, reason: 'Nowhere else tonight.' }));
    const answer = await claim(product, unit, { displace: least?.displace, authorisations });
    expect(answer.status).toBe(201);
    const lost = await product.as('manager').get(`/api/stays/${least?.displace[0] ?? ''}`);
    expect(lost.body).toMatchObject({ status: 'displaced', endedBy: 'emergency' });
    const page = await product
      .as('manager')
      .get(`/stays/${least?.displace[0] ?? ''}`)
      .set('Accept', 'text/html');
    expect(page.text).toContain('Lost its bed to an emergency');
    expect(page.text).not.toContain('stay.displaced');
  });

  it('displaces nobody in residence, and refuses when the ring-fence says never', async () => {
    const { unit, stays } = await full(1);
    await product
      .as('manager')
      .post(`/api/units/${unit.id}/settings`)
      .send({
        from: '2026-03-01',
        ringFence: { displacement: 'never' },
        reason: 'Planned breaks come first.',
      });
    const never = await claim(product, unit, { displace: stays.map(({ id }) => id), ...AUTHORISED_MIX });
    expect(never.status).toBe(409);
    await product
      .as('manager')
      .post(`/api/units/${unit.id}/settings`)
      .send({
        from: '2026-03-01',
        ringFence: { displacement: 'freely' },
        reason: 'Tried the other way.',
      });
    await product
      .as('staff')
      .post(`/api/stays/${stays[0]?.id ?? ''}/arrival`)
      .send({ at: '2026-03-10T17:00:00Z' });
    const arrived = await claim(product, unit, { displace: stays.map(({ id }) => id), ...AUTHORISED_MIX });
    expect(arrived.status).toBe(409);
  });
});

describe('word of it', () => {
  it('names nobody, and stops no claim because a name is a word of the letter', async () => {
    product.clock.at = new Date('2026-04-10T22:00:00Z');
    const unit = await aUnit(product);
    const child = { givenName: 'April', familyName: 'An', approximateAge: 15 };
    expect((await claim(product, unit, { child })).status).toBe(201);
    const sent = await product.as('manager').get('/api/notices?limit=100');
    const { items } = sent.body as { items: { subject: string; body: string; unitId: string }[] };
    const own = items.filter(({ unitId }) => unitId === unit.id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ subject, body }) => `${subject} ${body}`).join()).not.toMatch(/\b(April|An)\b/);
  });
});

describe('a bed that is free only by changing rooms', () => {
  it('moves a planned stay to another room rather than the child, though nobody has assessed the two', async () => {
    product.clock.at = new Date('2026-03-01T12:00:00Z');
    const unit = await aUnit(product, { rooms: 2 });
    const [first = '', second = ''] = unit.rooms.map(({ id }) => id);
    const [leaving, coming] = await aCompatibleGroup(product, 2);
    await book(product, unit, [{ youngPersonId: leaving, ...TONIGHT, roomId: second }]);
    const booked = await book(product, unit, [
      { youngPersonId: coming, arrivesOn: '2026-03-11', departsOn: '2026-03-12', roomId: first },
    ]);
    const [planned] = (booked.body as { items: Booked[] }).items;
    product.clock.at = new Date('2026-03-11T02:04:00Z');

    const answer = await claim(product, unit, { nights: 2, ...AUTHORISED_MIX });
    expect(answer.status).toBe(201);
    const stay = await product.as('manager').get(`/api/stays/${(answer.body as Claimed).stayId}`);
    expect(stay.body).toMatchObject({ rooms: [{ roomId: first, fromOn: '2026-03-10', toOn: '2026-03-12' }] });
    const moved = await product.as('manager').get(`/api/stays/${planned?.id ?? ''}`);
    expect(moved.body).toMatchObject({ status: 'confirmed', arrivesOn: '2026-03-11', roomId: second });
    const page = await product
      .as('manager')
      .get(`/stays/${planned?.id ?? ''}`)
      .set('Accept', 'text/html');
    expect(page.text).toContain('Moved to make room for an emergency: from Room 1 to Room 2');
  });
});

describe('what becomes known', () => {
  it('is not that nobody knows: risks stay missing until somebody names them or says that none are known', async () => {
    const unit = await aUnit(product);
    const { id } = (await claim(product, unit)).body as Claimed;
    for (const risks of [[], ['not-known']]) {
      const answer = await product.as('staff').post(`/api/emergency-claims/${id}/facts`).send({ risks });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/risks' }] });
    }
    const kept = await product.as('staff').get(`/api/emergency-claims/${id}`);
    expect((kept.body as Claimed).notKnown).toContain('risks');
  });

  it('fills what was missing, overwrites nothing, and closes the task when nothing is missing any more', async () => {
    const unit = await aUnit(product);
    const { id, youngPersonId } = (await claim(product, unit)).body as Claimed;
    const partly = await product
      .as('edt')
      .post(`/api/emergency-claims/${id}/facts`)
      .send({ givenName: 'Sam' });
    expect(partly.status).toBe(200);
    expect((partly.body as Claimed).notKnown).not.toContain('given-name');
    const twice = await product
      .as('staff')
      .post(`/api/emergency-claims/${id}/facts`)
      .send({ givenName: 'Ash' });
    expect(twice.status).toBe(400);
    const rest = await product
      .as('staff')
      .post(`/api/emergency-claims/${id}/facts`)
      .send({
        ...{
          familyName: 'Rowe',
          dateOfBirth: '2010-10-10',
          sex: 'female',
          caseReference: 'C-77',
          risks: ['none-known'],
        },
        ...{ medicalConsent: 'Mother, by telephone', allergies: 'None', medication: 'None' },
      });
    expect(rest.body).toMatchObject({ notKnown: [] });
    const child = await product.as('manager').get(`/api/young-people/${youngPersonId}`);
    expect(child.body).toMatchObject({ givenName: 'Sam', familyName: 'Rowe', dateOfBirth: '2010-10-10' });
    const tasks = await product.as('manager').get(`/api/tasks?unitId=${unit.id}&state=open`);
    expect((tasks.body as { items: { kind: string }[] }).items.map(({ kind }) => kind)).not.toContain(
      'missing-facts',
    );
  });

  it('shows somebody of the emergency duty team their own claims only', async () => {
    const unit = await aUnit(product);
    const { id } = (await claim(product, unit, {}, 'staff')).body as Claimed;
    expect((await product.as('edt').get(`/api/emergency-claims/${id}`)).status).toBe(404);
    expect((await product.as('manager').get(`/api/emergency-claims/${id}`)).status).toBe(200);
  });
});
