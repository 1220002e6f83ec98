/*
 * Keeps the last tonight card, and nothing else, to be read where there is no line. Never a name, never what is sent:
 * a bed is claimed on line or not at all.
 */
const KEPT = 'tonight-card';
const CARD = '/tonight';
const PATIENCE = 4000;
const NAMES = /<!--names-->[^]*?<!--\/names-->/g;

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('message', (event) => {
  event.waitUntil(fetch(CARD + event.data.keep, { redirect: 'manual' }).then(keep));
});
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method === 'GET' && mode === 'navigate' && new URL(url).pathname === CARD)
    event.respondWith(answer(event));
});

/** What the network says if it says it soon, or else the last card. */
async function answer(event) {
  const fresh = fetch(event.request);
  const kept = fresh.then(keep);
  event.waitUntil(kept.catch(() => undefined));
  const last = await lastCard();
  if (!last) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const soon = await Promise.race([fresh, late]).catch(() => undefined);
  return soon && soon.status < 500 ? soon : offline(last);
}

/** An answer that is no card means that whoever asks may not see one: then none is kept either. */
async function keep(response) {
  const card = response.clone();
  const cards = await caches.open(KEPT);
  if (response.status >= 500) return;
  if (!response.ok) {
    await cards.delete(CARD);
    return;
  }
  const html = await card.text();
  await cards.put(CARD, new Response(html.replace(NAMES, ''), { headers: card.headers }));
}

async function lastCard() {
  const cards = await caches.open(KEPT);
  return cards.match(CARD);
}

async function offline(card) {
  const html = await card.text();
  const overAt = Number(/data-over-at="(\d+)"/.exec(html)?.[1] ?? 0);
  const line = Date.now() < overAt ? 'down' : 'over';
  const said = html.replace('data-line="up"', `data-line="${line}"`).replace('<title>', '<title>Offline: ');
  return new Response(said, { headers: card.headers });
}
