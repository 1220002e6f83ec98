/*
 * The board as a grid: one stop for the Tab key, arrows from cell to cell, Home and End along a room, Page Up and Page
 * Down to earlier and later nights, Escape to put a stay back.
 */
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Called again whenever the table is drawn again. */
export function moveByKeys(board) {
  const table = board.querySelector('table');
  if (!table) return;
  table.setAttribute('role', 'grid');
  const rows = [...table.rows].map(stopsOf).filter((stops) => stops.length > 0);
  const stops = rows.flat();
  for (const { element } of stops) element.tabIndex = -1;
  const first =
    stops.find(({ element }) => element.matches('[aria-current]')) ??
    stops.find(({ element }) => element.matches('tbody *'));
  if (first) first.element.tabIndex = 0;
  table.addEventListener('focusin', ({ target }) => {
    if (!stops.some(({ element }) => element === target)) return;
    for (const { element } of stops) element.tabIndex = element === target ? 0 : -1;
  });
  table.addEventListener('keydown', (event) => {
    const next = nextOf(event, rows);
    if (!next) return;
    event.preventDefault();
    next.element.focus();
    next.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  board.onkeydown = (event) => byPage(event, board);
}

/** The cells of a row, or what can be chosen in them, with the columns they cover. */
function stopsOf(row) {
  let column = 0;
  return [...row.cells].flatMap((cell) => {
    const from = column;
    column += cell.colSpan;
    const inside = [...cell.querySelectorAll('a, button')];
    return (inside.length > 0 ? inside : [cell]).map((element) => ({ element, from, to: column }));
  });
}

function nextOf({ key, target, ctrlKey }, rows) {
  const at = rows.findIndex((stops) => stops.some(({ element }) => element === target));
  if (at < 0) return undefined;
  const row = rows[at];
  const within = row.findIndex(({ element }) => element === target);
  if (key === 'Home') return ctrlKey ? rows[0][0] : row[0];
  if (key === 'End') return ctrlKey ? rows.at(-1).at(-1) : row.at(-1);
  const [down, along] = STEPS[key] ?? [0, 0];
  if (along) return row[within + along];
  if (!down) return undefined;
  return rows[at + down]?.find(({ from, to }) => from <= row[within].from && row[within].from < to);
}

function byPage({ key, target }, board) {
  if (target.matches('input, textarea, select')) return;
  const links = { PageUp: '[rel=prev]', PageDown: '[rel=next]' };
  if (links[key]) board.querySelector(links[key])?.click();
  if (key === 'Escape') document.querySelector('#chosen [data-close]')?.click();
}
