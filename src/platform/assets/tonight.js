const { body } = document;
const workers = navigator.serviceWorker;
const A_MINUTE = 60_000;
const A_WHILE = 5_000;

/** The first card came before there was a worker to keep it. */
async function keepForOffline() {
  const isKept = workers.controller !== null;
  await workers.register('/tonight-worker.js', { scope: '/tonight' });
  const { active } = await workers.ready;
  if (!isKept) active.postMessage({ keep: location.search });
}

/** A bed that was free may be gone: a card is read again when one comes back to it. */
function lookAgain() {
  if (document.visibilityState === 'visible' && performance.now() > A_MINUTE) location.reload();
}

/** Browsers say that there is a line before anything comes through it: the card is read again once something does. */
async function lookForLine() {
  if (body.dataset.line === 'up') return;
  const asked = fetch('/tonight-worker.js', { method: 'HEAD', cache: 'no-store' });
  const isBack = await asked.then(({ ok }) => ok).catch(() => false);
  if (isBack) location.reload();
}

if (workers && body.dataset.line === 'up') keepForOffline().catch(() => undefined);
addEventListener('offline', () => {
  body.dataset.line = Date.now() < Number(body.dataset.overAt) ? 'down' : 'over';
});
addEventListener('online', lookForLine);
setInterval(lookForLine, A_WHILE);
document.addEventListener('visibilitychange', lookAgain);
