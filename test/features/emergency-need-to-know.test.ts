import { AUTHORISED_MIX, claimTold } from '../support/emergencies';
import { aFullYear } from '../support/need-to-know/a-full-year';
import { Crawler, type Answer, type Ask } from '../support/need-to-know/crawler';
import type { Laid } from '../support/need-to-know/laid';
import { addressesOf, routesOf } from '../support/need-to-know/routes';
import { Secrets } from '../support/need-to-know/secrets';
import { startProduct, type Product } from '../support/product';

let product: Product;
let laid: Laid;
let secrets: Secrets;
let edt: Crawler;
beforeAll(async () => {
  product = await startProduct();
  laid = await aFullYear(product);
  secrets = new Secrets(laid);
  edt = new Crawler(product, 'edt');
});
afterAll(() => product.close());

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

interface Way {
  readonly displace: readonly string[];
  readonly findings: readonly { readonly code: string; readonly level: string }[];
}

interface Told {
  readonly findings: Way['findings'];
  readonly ways: readonly Way[];
  readonly displacements: readonly Way[];
  readonly controls: readonly string[];
}

const toldIn = ({ text }: Answer) => JSON.parse(text) as Told;

const post = (path: string, body: object): Ask => ({
  path: `/api/emergency-claims${path}`,
  method: 'POST',
  body,
});

const claiming = (told: object): Ask => post('', claimTold(laid.unitId, product.clock.at, told));

async function ask(asked: Ask, by = edt): Promise<Answer> {
  const [answer] = await by.askAll([asked]);
  if (!answer) throw new Error('Nothing was answered.');
  return answer;
}

/**
 * Whom an answer singles out. What was sent is no news, nor is the name of the child it was sent about, nor the room that
 * child is given; and a way is named by the stays that would give way.
 */
function leaksIn({ path, sent, text }: Answer) {
  const ids: readonly string[] = `${path} ${sent}`.match(ID) ?? [];
  const children = laid.people.filter(({ id }) => ids.includes(id));
  const known = [...ids, ...children.flatMap(({ givenName, familyName }) => [givenName, familyName])];
  const said = text.replace(/"roomId":"[0-9a-f-]{36}",("arrivesOn")/, '$1');
  const news = known.reduce((left, word) => left.replaceAll(word, '…'), said);
  return secrets
    .leaksTo('edt', news, /^(\/api)?\/units/.test(path))
    .filter(({ kind }) => kind !== 'stays' || !/emergency-claims(\/preview)?$/.test(path));
}

/** In the week of 13 March four come whom nobody in residence knows; the four before them have gone home. */
async function untilOthersComeToStay(): Promise<void> {
  const at = '2026-03-13T10:00:00Z';
  product.clock.at = new Date(at);
  for (const { id } of laid.ids.stays.filter(({ status }) => status === 'in-residence')) {
    const left = { at, destination: 'home', summary: 'Slept.' };
    expect((await product.as('staff').post(`/api/stays/${id}/departure`).send(left)).status).toBe(200);
  }
  product.clock.at = new Date('2026-03-13T22:30:00Z');
}

/** Who has no stay ahead, and has been judged with everybody who comes: not together with none of these four. */
const KNOWN_TO_ALL = [90, 92, 190, 192];

const MOST_FOUND = 5;

describe('whoever claims a bed in an emergency', () => {
  it('hears from a unit full of children that there is none, and nothing of the children', async () => {
    const known = KNOWN_TO_ALL.map((index) => ({ youngPersonId: laid.people[index]?.id }));
    const children = [{ approximateAge: 10 }, ...known];
    const answers = await edt.askAll(
      children.flatMap((child) => [
        post('/preview', { unitId: laid.unitId, child, nights: 2 }),
        claiming({ child, nights: 2, ...AUTHORISED_MIX }),
        claiming({ child, displace: [laid.ids.stays.at(-1)?.id], ...AUTHORISED_MIX }),
      ]),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(answers.flatMap(leaksIn)).toEqual([]);
    for (const path of ['/tonight', `/api/tonight?unitId=${laid.unitId}`]) {
      const card = await ask({ path });
      expect([card.status, leaksIn(card)]).toEqual([200, []]);
    }
  });

  it('finds a few children at most, by three letters at least, and each look is written down', async () => {
    const few = await edt.askAll(
      ['Ax', '%%%%', '___', '  ', 'C R', '**a'].map((search) => post('/child-search', { search })),
    );
    expect(few.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    const many = await edt.askAll(
      ['CR2', 'CR200', 'Axb', 'axd', 'q q q', '2012', 'xba'].map((search) =>
        post('/child-search', { search }),
      ),
    );
    for (const { path, status, text } of many) {
      expect([path, status]).toEqual([path, 200]);
      expect((JSON.parse(text) as { items: unknown[] }).items.length).toBeLessThanOrEqual(MOST_FOUND);
    }
    const shown = many.flatMap(({ text }) =>
      (JSON.parse(text) as { items: { youngPersonId: string }[] }).items.map((each) => each.youngPersonId),
    );
    expect(shown.length).toBeGreaterThan(MOST_FOUND);
    const looks = await product.dataSource.query<{ id: string }[]>(
      `SELECT jsonb_array_elements_text(after -> 'youngPersonIds') AS id FROM audit_entries WHERE action = 'people.searched'`,
    );
    expect(looks.map(({ id }) => id).sort()).toEqual([...shown].sort());
    const lists = ['/young-people', '/families', '/board', '/stays', '/requests', '/day-visits', '/tasks'];
    const closed = await edt.askAll(lists.flatMap((path) => [{ path }, { path: `/api${path}` }]));
    expect(closed.filter(({ status }) => status === 200)).toEqual([]);
  });

  it('hears what displacing would take, claims, and is given the controls to pass on without a name', async () => {
    await untilOthersComeToStay();
    const stranger = { approximateAge: 10 };
    const heard = await ask(post('/preview', { unitId: laid.unitId, child: stranger }));
    const refused = await ask(claiming({ child: stranger, ...AUTHORISED_MIX }));
    expect([heard.status, refused.status]).toEqual([200, 409]);
    expect([heard, refused].flatMap(leaksIn)).toEqual([]);
    expect(toldIn(heard).displacements.length).toBeGreaterThan(0);
    expect(toldIn(refused).ways.length).toBeGreaterThan(0);

    const taken: Answer[] = [];
    for (const index of KNOWN_TO_ALL) {
      const child = { youngPersonId: laid.people[index]?.id };
      const preview = await ask(post('/preview', { unitId: laid.unitId, child }));
      expect(leaksIn(preview)).toEqual([]);
      const [way] = toldIn(preview).displacements;
      const needed = (level: string) =>
        (way?.findings ?? []).filter((finding) => finding.level === level).map(({ code }) => code);
      const given = {
        acknowledged: needed('acknowledge'),
        authorisations: needed('authorise').map((code) => ({ code, reason: 'Nowhere else.' })),
      };
      taken.push(await ask(claiming({ child, displace: way?.displace, ...given })));
    }
    expect(taken.flatMap(leaksIn)).toEqual([]);
    const claimed = taken.filter(({ status }) => status === 201);
    expect(claimed.length).toBeGreaterThan(0);
    const controls = claimed.flatMap((answer) => toldIn(answer).controls);
    expect(controls.join()).toContain('the other young person');
  });

  it('is told nothing more afterwards, at any address there is, nor anything of a claim another made', async () => {
    const routes = routesOf(product);
    const get = addressesOf(routes, 'get', laid, 'edt').map(({ path }): Ask => ({ path }));
    const sent = addressesOf(routes, 'post', laid, 'edt')
      .filter(({ path }) => !path.includes('sign-'))
      .map(({ path }): Ask => ({ path, method: 'POST', body: {} }));
    const answers = await edt.askAll([...get, ...sent]);
    expect(answers.flatMap((answer) => leaksIn(answer).map((leak) => [answer.path, leak]))).toEqual([]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);

    const mine = await ask(claiming({ child: { approximateAge: 10 }, unitId: laid.otherUnitId }));
    const { id } = JSON.parse(mine.text) as { id: string };
    const path = `/api/emergency-claims/${id}`;
    const other = new Crawler(product, 'edt-2');
    expect((await ask({ path })).status).toBe(200);
    expect((await ask({ path }, other)).status).toBe(404);
    expect(
      (await ask({ path: `${path}/facts`, method: 'POST', body: { sex: 'female' } }, other)).status,
    ).toBe(404);
    for (const { id: theirs } of laid.ids['emergency-claims'])
      expect((await ask({ path: `/api/emergency-claims/${theirs}` })).status).toBe(404);
  });
});
