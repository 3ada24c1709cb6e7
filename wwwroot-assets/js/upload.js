// Sends the files of a <form data-upload> directly to the server, with progress. Uses XMLHttpRequest, because fetch does not report
// upload progress. All listeners are on the document, so they still work after a circuit reconnects or renders again.
const chosen = new WeakMap();
const sending = new WeakMap();
const shownFiles = 12;

const part = (form, name) => form.querySelector(`[data-upload-${name}]`);
const filesOf = form => chosen.get(form) ?? [];
const units = ['B', 'kB', 'MB', 'GB', 'TB'];

const amount = bytes => {
  let unit = 0;
  while (bytes >= 999.5 && unit < units.length - 1) {
    bytes /= 1000;
    unit++;
  }
  return `${unit === 0 || bytes >= 99.95 ? Math.round(bytes) : bytes.toFixed(bytes < 9.995 ? 2 : 1)} ${units[unit]}`;
};

const duration = seconds => seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

const showProblem = (form, message) => {
  const box = part(form, 'problem');
  box.hidden = !message;
  box.querySelector('[data-upload-reason]').textContent = message ?? '';
};

const list = form => {
  const files = filesOf(form);
  const rows = files.slice(0, shownFiles).map(file => {
    const row = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = file.webkitRelativePath || file.name;
    const size = document.createElement('span');
    size.textContent = amount(file.size);
    size.className = 'muted';
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.textContent = 'Remove';
    remove.className = 'button button-small button-quiet';
    remove.setAttribute('aria-label', `Remove ${file.name}`);
    remove.addEventListener('click', () => {
      choose(form, filesOf(form).filter(other => other !== file));
      part(form, 'pick').focus();
    });
    row.append(name, size, remove);
    return row;
  });
  part(form, 'list').replaceChildren(...rows);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  part(form, 'total').textContent = files.length === 0 ? 'No file chosen yet.'
    : `${files.length === 1 ? '1 file' : `${files.length.toLocaleString('en')} files`}, ${amount(total)}${files.length > shownFiles ? `; the first ${shownFiles} are listed` : ''}.`;
};

const choose = (form, files) => {
  chosen.set(form, files);
  showProblem(form, null);
  list(form);
};

const add = (form, files) => {
  const all = filesOf(form).slice();
  const path = file => file.webkitRelativePath || file.name;
  for (const file of files) {
    if (file.name.startsWith('.')) continue; // Files that operating systems add to folders, such as .DS_Store.
    const same = all.findIndex(other => path(other) === path(file));
    if (same >= 0) all[same] = file;
    else all.push(file);
  }
  choose(form, all);
};

// A dropped folder is an entry whose files must be read; readEntries returns at most 100 at a time.
const walk = async entry => {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return found;
    for (const inner of batch) found.push(...await walk(inner));
  }
};

// From what the page shows now, which may be newer than what the server knows. Both parts or none; null if they are no time.
const asOfOf = form => {
  const day = form.querySelector('.field-date input').value.trim();
  const time = form.querySelector('.field-time input').value.trim();
  if (day === '' && time === '') return '';
  const text = /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d?:\d\d$/.test(time) ? `${day}T${time.padStart(5, '0')}:00Z` : '';
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? text : null;
};

const problemOf = form => {
  const files = filesOf(form);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (!form.elements.source.value) return 'Choose the source of the files.';
  if (asOfOf(form) === null) return 'Write both the day and the time that the files describe, such as 2026-11-28 and 14:05, or leave both empty.';
  if (files.length === 0) return 'Choose at least one file.';
  if (files.length > Number(form.dataset.maxFiles)) return `An import can have at most ${Number(form.dataset.maxFiles).toLocaleString('en')} files.`;
  if (total > Number(form.dataset.maxBytes)) return `An import can have at most ${amount(Number(form.dataset.maxBytes))}; these are ${amount(total)}.`;
  return null;
};

const busy = (form, isBusy) => {
  part(form, 'progress').hidden = !isBusy;
  part(form, 'send').disabled = isBusy;
  for (const field of form.querySelectorAll('[data-upload-lock]')) field.disabled = isBusy;
  part(form, 'inert').inert = isBusy;
};

const show = (form, started, loaded, total) => {
  const seconds = (performance.now() - started) / 1000;
  const bar = form.querySelector('progress');
  bar.max = total;
  bar.value = loaded;
  const rate = seconds > 0.5 ? loaded / seconds : 0;
  part(form, 'text').textContent = loaded >= total ? `${amount(total)} sent. Storing…`
    : rate > 0 ? `${amount(loaded)} of ${amount(total)} at ${amount(rate)}/s, ${duration((total - loaded) / rate)} left`
    : `${amount(loaded)} of ${amount(total)}`;
};

const reasonOf = (request, fallback) => {
  try {
    return JSON.parse(request.responseText).message || fallback;
  } catch {
    return fallback;
  }
};

const send = form => {
  const problem = problemOf(form);
  showProblem(form, problem);
  if (problem || sending.has(form)) return;

  const body = new FormData();
  for (const file of filesOf(form)) body.append('files', file, file.name);
  const asOf = asOfOf(form);
  const isComplete = form.querySelector('input[name="complete"]:checked').dataset.value === 'True';
  const query = new URLSearchParams({ source: form.elements.source.value, complete: isComplete });
  if (asOf) query.set('asOf', asOf);

  const request = new XMLHttpRequest();
  const started = performance.now();
  const end = message => {
    sending.delete(form);
    busy(form, false);
    showProblem(form, message);
  };
  request.upload.addEventListener('progress', event => show(form, started, event.loaded, event.total));
  request.addEventListener('error', () => end('The connection was lost during the upload. Nothing was imported. Send the files again.'));
  request.addEventListener('abort', () => end('Cancelled. Nothing was imported.'));
  request.addEventListener('load', () => {
    if (request.status === 200) {
      sending.delete(form);
      const url = `/imports/${JSON.parse(request.responseText).id}`;
      if (window.Blazor?.navigateTo) window.Blazor.navigateTo(url);
      else location.assign(url);
    } else if (request.status === 401) {
      end('Your session has ended. Sign in again in another tab, then send the files again.');
    } else {
      end(reasonOf(request, request.status === 403 ? 'Your role does not allow imports.' : `The server answered with status ${request.status}. Nothing was imported.`));
    }
  });
  request.open('POST', `${form.getAttribute('action')}?${query}`);
  request.setRequestHeader('RequestVerificationToken', form.elements.__RequestVerificationToken.value);
  sending.set(form, request);
  busy(form, true);
  show(form, started, 0, filesOf(form).reduce((sum, file) => sum + file.size, 0) || 1);
  request.send(body);
};

const formOf = event => event.target.closest?.('form[data-upload]');

document.addEventListener('submit', event => {
  if (!event.target.matches?.('form[data-upload]')) return;
  event.preventDefault();
  send(event.target);
});

document.addEventListener('click', event => {
  const form = formOf(event);
  if (!form) return;
  const pick = event.target.closest('[data-upload-pick]');
  if (pick) part(form, pick.dataset.uploadPick).click();
  else if (event.target.closest('[data-upload-cancel]')) sending.get(form)?.abort();
});

document.addEventListener('change', event => {
  const form = formOf(event);
  if (!form || event.target.type !== 'file') return;
  add(form, event.target.files);
  event.target.value = ''; // So that a removed file can be chosen again.
});

for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, async event => {
    const form = formOf(event);
    const zone = event.target.closest?.('[data-upload-zone]');
    if (!form || !zone || sending.has(form)) return;
    event.preventDefault();
    zone.toggleAttribute('data-over', kind === 'dragenter' || kind === 'dragover');
    if (kind !== 'drop') return;
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = entries.length > 0 ? (await Promise.all(entries.map(walk))).flat() : [...event.dataTransfer.files];
    add(form, files);
  });
}

addEventListener('beforeunload', event => {
  if ([...document.querySelectorAll('form[data-upload]')].some(form => sending.has(form))) event.preventDefault();
});
