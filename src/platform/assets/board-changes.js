/* What others change appears on an open board: told by a stream of events, or asked for where there is none. */
const BETWEEN_ASKS = 2_000;
const SPREAD = 400;

/** @param drawn is called when the board has been drawn again. */
export function followChanges(board, drawn) {
  let polling;
  let isAsking = false;

  const refresh = async () => {
    if (isAsking || board.dataset.dragging) return;
    isAsking = true;
    try {
      const headers = { 'If-None-Match': `"${board.dataset.stamp}"` };
      const answer = await fetch(board.dataset.live, { headers, cache: 'no-store' });
      if (answer.status === 200) show(board, await answer.text(), answer.headers.get('ETag'), drawn);
      else if (answer.status !== 304) clearInterval(polling);
    } finally {
      isAsking = false;
    }
  };
  const poll = () => {
    polling ??= setInterval(() => refresh().catch(() => undefined), BETWEEN_ASKS);
  };

  if (!('EventSource' in window)) return poll();
  const stream = new EventSource(board.dataset.changes);
  stream.addEventListener('message', ({ data }) => {
    if (JSON.parse(data).revision === board.dataset.stamp) return;
    // Not all at once, where many boards hear of one change.
    setTimeout(() => refresh().catch(() => undefined), Math.random() * SPREAD);
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) poll();
  });
}

/** In place: nobody loses where they were, or what they had under their hands. */
function show(board, html, tag, drawn) {
  const focused = board.contains(document.activeElement) ? sameAgain(document.activeElement) : undefined;
  const left = board.querySelector('.sb-board-scroll')?.scrollLeft ?? 0;
  board.innerHTML = html;
  board.dataset.stamp = (tag ?? '').replaceAll('"', '');
  board.querySelector('.sb-board-scroll').scrollLeft = left;
  drawn();
  if (focused) board.querySelector(focused)?.focus({ preventScroll: true });
  document.querySelector('#board-said').textContent = 'Somebody changed the diary. The board is up to date.';
}

/** What finds the same link, button or region once it is drawn again. */
function sameAgain(element) {
  if (element.matches('a[href]')) return `a[href="${CSS.escape(element.getAttribute('href'))}"]`;
  if (element.matches('button[name]'))
    return `button[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
  return element.matches('.sb-board-scroll') ? '.sb-board-scroll' : undefined;
}
