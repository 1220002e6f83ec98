/* A stay can be dragged to another room: the rooms say whether it may, before it is let go. */
export function dragStays(board) {
  if (!board.dataset.mayChange) return;
  let dragged;

  board.addEventListener('pointerdown', ({ target }) => {
    const bar = target.closest('[data-stay]');
    if (bar) bar.draggable = true;
  });
  board.addEventListener('dragstart', (event) => {
    const bar = event.target.closest('[data-stay]');
    if (!bar) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    board.dataset.dragging = 'yes';
    dragged = offersFor(bar);
    dragged.then((page) => mark(board, page)).catch(() => undefined);
  });
  board.addEventListener('dragover', (event) => {
    if (dragged && roomUnder(event)) event.preventDefault();
  });
  board.addEventListener('drop', (event) => {
    const room = roomUnder(event);
    if (!dragged || !room) return;
    event.preventDefault();
    dragged.then((page) => moveTo(room, page)).catch(() => undefined);
  });
  board.addEventListener('dragend', () => {
    delete board.dataset.dragging;
    dragged = undefined;
    for (const row of board.querySelectorAll('tr[data-offer]')) delete row.dataset.offer;
  });
}

/** The page that has this stay in hand to be moved: what it offers, and the form that does it. */
async function offersFor(bar) {
  const address = new URL(bar.href);
  address.searchParams.set('doing', 'room');
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function mark(board, page) {
  for (const head of board.querySelectorAll('th[data-room]')) {
    const offer = page.querySelector(`th[data-room="${head.dataset.room}"] .sb-target`);
    if (offer) head.parentElement.dataset.offer = offer.matches('button') ? 'yes' : 'no';
  }
}

function roomUnder({ target }) {
  return target.closest?.('tr')?.querySelector('th[data-room]')?.dataset.room;
}

function moveTo(room, page) {
  const offer = page.querySelector(`th[data-room="${room}"] .sb-target`);
  const form = page.querySelector('form#change');
  if (!offer || !form) return;
  if (!offer.matches('button')) {
    document.querySelector('#board-said').textContent = offer.textContent;
    return;
  }
  const chosen = document.createElement('input');
  Object.assign(chosen, { type: 'hidden', name: offer.name, value: offer.value });
  const sent = document.importNode(form, true);
  sent.append(chosen);
  sent.hidden = true;
  document.body.append(sent);
  sent.submit();
}
