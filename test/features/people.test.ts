import { randomUUID } from 'node:crypto';
import { startProduct, type Product } from '../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

interface Found {
  readonly items: readonly { readonly id: string; readonly givenName: string; readonly familyName: string }[];
  readonly nextCursor: string | null;
}

const post = (path: string, body: object) => product.as('staff').post(`/api/${path}`).send(body);

async function aFamily(reference = 'FAM-1'): Promise<string> {
  return ((await post('families', { reference })).body as { id: string }).id;
}

async function aChild(familyId: string, name: string, also: object = {}): Promise<string> {
  const [givenName, familyName] = name.split(' ');
  const body = {
    familyId,
    givenName,
    familyName,
    dateOfBirth: '2014-05-06',
    caseReference: 'SB-1000',
    ...also,
  };
  return ((await post('young-people', body)).body as { id: string }).id;
}

async function find(query: string): Promise<Found> {
  const answer = await product.as('staff').get(`/api/young-people?${query}`);
  expect(answer.status).toBe(200);
  return answer.body as Found;
}

async function namesFound(search: string): Promise<string[]> {
  const { items } = await find(`search=${encodeURIComponent(search)}`);
  return items.map(({ givenName, familyName }) => `${givenName} ${familyName}`);
}

async function pointersOf(body: object): Promise<string[]> {
  const answer = await post('young-people', body);
  expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
  return (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
}

describe('families and young people', () => {
  it('keeps siblings as young people of one family, and says how old each is today', async () => {
    const familyId = await aFamily('FAM-7');
    const id = await aChild(familyId, 'Nia Abara', { dateOfBirth: '2014-03-12' });
    const brother = await aChild(familyId, 'Ife Abara', { dateOfBirth: '2012-03-11' });
    const shown = await product.as('manager').get(`/api/young-people/${id}`);
    expect(shown.body).toMatchObject({ id, familyId, age: 11, siblings: [{ id: brother, age: 14 }] });
    const family = await product.as('deputy').get(`/api/families/${familyId}`);
    expect(family.body).toMatchObject({
      id: familyId,
      reference: 'FAM-7',
      youngPeople: [{ id: brother }, { id }],
    });
  });

  it('says field by field what is wrong', async () => {
    const right = {
      familyId: await aFamily(),
      givenName: 'Ada',
      familyName: 'Byron',
      dateOfBirth: '2014-01-01',
      caseReference: 'SB-1',
    };
    expect(await pointersOf({})).toEqual(Object.keys(right).map((field) => `/${field}`));
    expect(await pointersOf({ ...right, familyId: randomUUID() })).toEqual(['/familyId']);
    expect(await pointersOf({ ...right, familyId: 'seven' })).toEqual(['/familyId']);
    expect(await pointersOf({ ...right, dateOfBirth: '2026-03-12' })).toEqual(['/dateOfBirth']);
    expect(await pointersOf({ ...right, dateOfBirth: '2001-03-10' })).toEqual(['/dateOfBirth']);
    expect(await pointersOf({ ...right, dateOfBirth: '2014-02-29' })).toEqual(['/dateOfBirth']);
    expect(await pointersOf({ ...right, givenName: ' ' })).toEqual(['/givenName']);
    expect((await post('families', {})).status).toBe(400);
  });

  it('does not know ids that are nobody’s', async () => {
    for (const id of [randomUUID(), 'nobody']) {
      expect((await product.as('staff').get(`/api/young-people/${id}`)).status).toBe(404);
      expect((await product.as('staff').get(`/api/families/${id}`)).status).toBe(404);
    }
  });

  it('keeps people on file to unit staff and CAS workers, and looking them up too', async () => {
    for (const role of ['edt', 'service-manager', 'finance', 'auditor', 'administrator'] as const) {
      const as = product.as(role);
      const answers = [
        await as.post('/api/families').send({ reference: 'F' }),
        await as.post('/api/young-people').send({}),
        await as.get('/api/young-people'),
        await as.get(`/api/young-people/${randomUUID()}`),
        await as.get(`/api/families/${randomUUID()}`),
      ];
      expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 403, 403, 403, 403, 403]);
    }
  });

  it('writes down who put whom on file', async () => {
    const familyId = await aFamily();
    const id = await aChild(familyId, 'Wren Oduya');
    const entries = await product.dataSource.query<object[]>(
      `SELECT action, actor_role, after FROM audit_entries WHERE subject_id IN ($1, $2) AND action NOT IN ('file.looked-at', 'access.refused') ORDER BY id`,
      [familyId, id],
    );
    expect(entries).toMatchObject([
      { action: 'family.added', actor_role: 'staff', after: { reference: 'FAM-1' } },
      { action: 'young-person.added', after: { givenName: 'Wren', dateOfBirth: '2014-05-06' } },
    ]);
  });
});

describe('looking people up', () => {
  beforeAll(async () => {
    const familyId = await aFamily('FAM-9');
    await aChild(familyId, 'Freya Gaskell', { caseReference: 'CR-2041' });
    await aChild(familyId, 'Zoe Gaskell', { caseReference: 'CR-2042' });
    await aChild(familyId, 'Siân Haskins', { caseReference: 'CR-3000' });
    await aChild(familyId, 'Conor O’Dowd', { caseReference: 'AX_7%' });
    await aChild(familyId, 'Cristian Reyes', { caseReference: 'ZZ-9' });
  });

  it('is tolerant of spelling', async () => {
    expect((await namesFound('Fraya Gaskel'))[0]).toBe('Freya Gaskell');
    expect((await namesFound('Gaskell')).slice(0, 2)).toEqual(['Freya Gaskell', 'Zoe Gaskell']);
    for (const search of ['Fraya', 'Freja', 'Gaskil', 'fre', 'gask'])
      expect([search, (await namesFound(search))[0]]).toEqual([search, 'Freya Gaskell']);
    expect(await namesFound('Gaskell')).not.toContain('Siân Haskins');
  });

  it('is tolerant of accents, either way', async () => {
    expect((await namesFound('Zoé'))[0]).toBe('Zoe Gaskell');
    expect((await namesFound('sian'))[0]).toBe('Siân Haskins');
  });

  it('puts the case reference that begins so first', async () => {
    expect((await namesFound('cr-2042'))[0]).toBe('Zoe Gaskell');
    expect((await namesFound('CR-20')).slice(0, 2)).toEqual(['Freya Gaskell', 'Zoe Gaskell']);
    expect((await namesFound('cr')).slice(0, 3).sort()).toEqual([
      'Freya Gaskell',
      'Siân Haskins',
      'Zoe Gaskell',
    ]);
  });

  it('takes signs that mean something to a database as mere signs', async () => {
    for (const search of ['%', '_', "'", "'; DROP TABLE young_people; --", '\\', '(', '%%%', '💤'])
      expect([search, ...(await namesFound(search))]).toEqual([search]);
    expect((await namesFound('AX_7%'))[0]).toBe('Conor O’Dowd');
    expect((await namesFound("O'Dowd"))[0]).toBe('Conor O’Dowd');
  });

  it('lists everybody by family name and given name, a page at a time, nobody twice', async () => {
    const longest = '星'.repeat(200);
    const familyId = await aFamily();
    for (const givenName of ['一', '二'])
      await aChild(familyId, `${givenName}${longest.slice(1)} ${longest}`);
    const { items: all, nextCursor } = await find('');
    expect(nextCursor).toBeNull();
    const names = all.map(({ givenName, familyName }) => `${familyName} ${givenName}`);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    const paged: Found['items'][number][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Found = await find(`limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('pages through what a search finds', async () => {
    const first = await find('search=gaskell&limit=1');
    const second = await find(`search=gaskell&limit=1&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map(({ givenName }) => givenName)).toEqual(['Freya', 'Zoe']);
  });

  it('refuses a cursor it did not give, a search without words and a limit of none', async () => {
    for (const query of ['cursor=abc', 'search=%20', 'limit=0', 'limit=two', 'search=%00', 'colour=red']) {
      const answer = await product.as('staff').get(`/api/young-people?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });
});
