/*
 * The key / leads to the search field of the page, unless somebody is typing. Whoever speaks to their computer, or
 * presses keys by mistake, can turn it off on the page about accessibility (WCAG 2.1.4).
 */
const CHOICE = 'search-key';
const TYPED_IN = 'input, textarea, select, dialog, [contenteditable]';

document.addEventListener('keydown', (event) => {
  const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const field = document.querySelector('#seek');
  if (!isPlain || !field || isOff() || event.target.closest?.(TYPED_IN)) return;
  event.preventDefault();
  field.focus();
  field.select();
});

const part = document.querySelector('#search-key');
const box = part?.querySelector('input');
if (part && box) {
  part.hidden = false;
  box.checked = !isOff();
  box.addEventListener('change', () => localStorage.setItem(CHOICE, box.checked ? 'on' : 'off'));
}

function isOff() {
  return localStorage.getItem(CHOICE) === 'off';
}
