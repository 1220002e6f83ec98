/*
 * The board where scripts run: it follows what others change, moves by the arrow keys, and lets a stay be dragged to
 * another room. Whatever is done here can be done without.
 */
import { followChanges } from '/assets/board-changes.js';
import { dragStays } from '/assets/board-drag.js';
import { moveByKeys } from '/assets/board-keys.js';

const board = document.querySelector('#board');
const SCROLLED = 'board-scrolled';

/** A choice on the board leads to the same nights: they stay where they were. */
function stayScrolled() {
  const nights = () => board.querySelector('.sb-board-scroll');
  const left = Number(sessionStorage.getItem(SCROLLED));
  sessionStorage.removeItem(SCROLLED);
  if (left > 0) nights().scrollLeft = left;
  addEventListener('pagehide', () => sessionStorage.setItem(SCROLLED, String(nights().scrollLeft)));
}

if (board) {
  stayScrolled();
  moveByKeys(board);
  dragStays(board);
  followChanges(board, () => moveByKeys(board));
}
