// “Verify here” on a ledger entry's page: fetches the data that every reader gets, and recalculates everything in the browser.
import { equal, hex, leafHash, parseCheckpoint, parseKey, parseNote, parseProof, rootOf, verifySignature } from './merkle.js';

const signs = { verified: ['✓', 'Passed'], failed: ['✕', 'Failed'], skipped: ['–', 'Not checked'] };

class Failed extends Error {}

const get = async url => {
  let answer;
  try {
    answer = await fetch(url, { cache: 'no-store', redirect: 'error' });
  } catch {
    throw new Failed(`${url} could not be fetched. Check your connection, and whether you are still signed in.`);
  }
  if (!answer.ok) throw new Failed(`The server answered ${answer.status} for ${url}.`);
  return new Uint8Array(await answer.arrayBuffer());
};

const getText = async url => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await get(url));

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const show = (list, result, title, detail) => {
  const [sign, spoken] = signs[result];
  const item = element('li', '', { 'data-result': result });
  const head = element('span', title);
  head.prepend(element('span', `${spoken}: `, { class: 'visually-hidden' }));
  item.append(element('span', sign, { class: 'verify-sign', 'aria-hidden': 'true' }), head, element('span', detail, { class: 'verify-words' }));
  list.append(item);
};

// Runs one step. If it throws, it failed; if it returns { skipped }, this browser could not do it.
const step = async (list, title, work) => {
  try {
    const done = await work();
    show(list, done.skipped ? 'skipped' : 'verified', title, done.skipped ?? done.detail);
    return done;
  } catch (reason) {
    show(list, 'failed', title, reason.message);
    throw new Failed(reason.message);
  }
};

const checkEntry = async (sequence, bytes) => {
  const leaf = await leafHash(bytes);
  let entry;
  try {
    entry = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { leaf, problem: 'The content of the entry is not JSON.' };
  }
  return { leaf, entry, problem: String(entry.sequence) === sequence ? null : `The entry has the number ${entry.sequence}, not ${sequence}.` };
};

// Finds the signature by this key and verifies it; isValid is null if the browser cannot verify it.
const signedBy = async (note, key) => {
  const signature = note.signatures.find(line => line.name === key.name && line.id === key.id);
  if (!signature) return { isFound: false };
  return { isFound: true, isValid: await verifySignature(key, signature.bytes, note.text) };
};

const noEd25519 = 'This browser does not support Ed25519, so the signature was not checked. Use a newer browser, or download the proof and use ledger-check.';

const checkAnnounced = async (note, announced) => {
  const signed = [];
  for (const vkey of announced.split('\n').filter(Boolean)) {
    const key = await parseKey(vkey);
    const { isFound, isValid } = await signedBy(note, key);
    if (!isFound) continue;
    if (isValid === null) return { skipped: noEd25519 };
    if (!isValid) throw new Failed(`The signature by key ${key.id} is invalid: the checkpoint or the signature was changed.`);
    signed.push(key.id);
  }
  if (signed.length === 0) throw new Failed('The checkpoint is not signed by any key that this ledger announces.');
  return { detail: `Signed by key ${signed.join(' and key ')}, which this ledger announces. This alone does not detect a ledger that was forged as a whole, with its own keys.`, keys: signed };
};

const checkOwn = async (note, vkey) => {
  const key = await parseKey(vkey);
  const { isFound, isValid } = await signedBy(note, key);
  if (!isFound) throw new Failed(`Your key ${key.id} (${key.name}) did not sign the checkpoint. It is signed by ${note.signatures.map(line => `${line.name} (key ${line.id})`).join(', ')}.`);
  if (isValid === null) return { skipped: noEd25519 };
  if (!isValid) throw new Failed(`The signature by your key ${key.id} is invalid.`);
  return { detail: `Your key ${key.id} signed the checkpoint.` };
};

const verify = async (sequence, size, own, list) => {
  if (!globalThis.crypto?.subtle) throw new Failed('This page was not loaded over HTTPS, so the browser does not provide cryptography.');
  const { bytes, proof, note, checkpoint, announced } = await step(list, 'Fetched the data', async () => {
    const [bytes, proofText, noteText, announced] = await Promise.all([
      get(`/ledger/${sequence}/content`), getText(`/ledger/${sequence}/proof?checkpoint=${size}`), getText(`/ledger/checkpoints/${size}`), getText('/ledger/keys')]);
    const [proof, note] = [parseProof(proofText), parseNote(noteText)];
    const checkpoint = parseCheckpoint(note.text);
    return { bytes, proof, note, checkpoint, announced, detail: `The entry (${bytes.length.toLocaleString('en')} bytes), its proof (${proof.path.length} hashes), the checkpoint, and the announced keys.` };
  });
  const { leaf, entry } = await step(list, 'Hashed the entry', async () => {
    const { leaf, entry, problem } = await checkEntry(sequence, bytes);
    if (problem) throw new Failed(problem);
    return { leaf, entry, detail: `SHA-256 over 0x00 and its bytes: ${hex(leaf)}` };
  });
  await step(list, 'The proof leads to the root in the checkpoint', async () => {
    if (proof.index !== sequence) throw new Failed(`The proof is for entry ${proof.index}.`);
    if (checkpoint.size !== size || parseNote(proof.note).text !== note.text) throw new Failed('The proof contains a different checkpoint from the signed one.');
    const root = await rootOf(proof.index, checkpoint.size, leaf, proof.path);
    if (!equal(root, checkpoint.root))
      throw new Failed(`Computed ${hex(root)}, but the checkpoint of ${Number(size).toLocaleString('en')} entries says ${hex(checkpoint.root)}. The entry or the proof was changed after it was signed.`);
    return { detail: `RFC 9162: ${hex(root)}` };
  });
  const signature = await step(list, 'The checkpoint is signed by an announced key', () => checkAnnounced(note, announced));
  const mine = own ? await step(list, 'The checkpoint is signed by the key you trust', () => checkOwn(note, own)) : null;
  return { entry, isComplete: !signature.skipped && !mine?.skipped };
};

const run = async section => {
  const [list, verdict, button] = ['steps', 'verdict', 'start'].map(part => section.querySelector(`[data-verify-${part}]`));
  const { verify: sequence, verifyCheckpoint: size } = section.dataset;
  list.replaceChildren();
  delete verdict.dataset.result;
  verdict.textContent = 'Verifying…';
  button.disabled = true;
  try {
    const { entry, isComplete } = await verify(sequence, size, section.querySelector('[data-verify-key]').value.trim(), list);
    verdict.dataset.result = isComplete ? 'verified' : 'skipped';
    verdict.textContent = isComplete
      ? `Verified. Entry ${sequence} of the ${Number(size).toLocaleString('en')} signed entries says: “${entry.sentence}”`
      : 'The entry matches the root in the checkpoint, but this browser could not check the signature.';
  } catch (reason) {
    verdict.dataset.result = 'failed';
    verdict.textContent = `Not verified. ${reason.message}`;
    if (!(reason instanceof Failed)) throw reason;
  } finally {
    button.disabled = false;
  }
};

document.addEventListener('click', event => {
  const start = event.target.closest?.('[data-verify-start]');
  if (start) run(start.closest('[data-verify]'));
});
