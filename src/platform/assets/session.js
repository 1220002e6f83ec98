/*
 * Says two minutes before a session ends that it will, and lets people go on. Another window may have been used
 * meanwhile, so the server is asked first. Typing is doing something; looking is not.
 */
const template = document.querySelector('#session-ending');
const A_LOOK = 5_000;
const BETWEEN_TELLS = 240_000;

let over;
let warned;
let toldAt = Date.now();
let dialog;

function begin() {
  warned = Number(template.dataset.warned) * 1000;
  leftIs(template.dataset.left);
  setInterval(() => look().catch(() => undefined), A_LOOK);
  document.addEventListener('visibilitychange', () => look().catch(() => undefined));
  document.addEventListener('input', () => {
    if (Date.now() - toldAt > BETWEEN_TELLS) stay().catch(() => undefined);
  });
}

async function look() {
  if (over - Date.now() > warned) return;
  if (!dialog && !(await ask('/session'))) return ended();
  if (over - Date.now() > warned) return;
  if (over > Date.now()) return warn();
  if (await ask('/session')) return hide();
  ended();
}

async function stay() {
  toldAt = Date.now();
  if (await ask('/session/stay', 'POST')) hide();
  else ended();
}

/** Whether the session goes on; looking does not put its end off. */
async function ask(path, method = 'GET') {
  const token = template.content.querySelector('[name=formToken]').value;
  const headers = { Accept: 'application/json', 'X-Form-Token': token };
  const answer = await fetch(path, { method, headers, cache: 'no-store' });
  if (!answer.ok) return false;
  leftIs((await answer.json()).leftSeconds);
  return true;
}

function leftIs(seconds) {
  over = Date.now() + Number(seconds) * 1000;
}

function warn() {
  if (!dialog) open();
  const minutes = Math.ceil((over - Date.now()) / 60_000);
  say(`If you do nothing, you will be signed out in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`);
}

function open() {
  dialog = template.content.querySelector('dialog').cloneNode(true);
  document.body.append(dialog);
  dialog.querySelector('[action="/session/stay"]').addEventListener('submit', (event) => {
    event.preventDefault();
    stay().catch(() => undefined);
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    stay().catch(() => undefined);
  });
  dialog.showModal();
}

function hide() {
  dialog?.close();
  dialog?.remove();
  dialog = undefined;
}

/** Where something can have been typed the page stays; everywhere else what it shows must not stay in sight. */
function ended() {
  if (template.dataset.typed !== 'yes') {
    location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
    return;
  }
  over = Infinity;
  if (!dialog) open();
  dialog.querySelector('h2').textContent = 'You have been signed out';
  say('What you have typed is still here. Close this and send it: you can then sign in again and carry on.');
  const close = document.createElement('button');
  close.className = 'govuk-button';
  close.textContent = 'Close';
  close.addEventListener('click', hide);
  dialog.querySelector('.govuk-button-group').replaceChildren(close);
  close.focus();
}

function say(words) {
  const line = dialog.querySelector('p');
  if (line.textContent !== words) line.textContent = words;
}

if (template) begin();
