// Verification of ledger data: Merkle tree (RFC 9162), signed notes and keys (c2sp.org/signed-note). Pure functions that use WebCrypto.
const encoder = new TextEncoder();

export const utf8 = text => encoder.encode(text);
export const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
export const equal = (left, right) => left.length === right.length && left.every((byte, at) => byte === right[at]);

export const concat = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

export const fromBase64 = text => {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) throw new Error(`“${text.slice(0, 24)}” is not base64.`);
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
};

const hashOf = text => {
  const bytes = fromBase64(text);
  if (bytes.length !== 32) throw new Error('A hash has 32 bytes.');
  return bytes;
};

export const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
export const leafHash = entry => sha256([0], entry);
const nodeHash = (left, right) => sha256([1], left, right);

// RFC 9162, section 2.1.3.2. BigInt, because bit operators on numbers work on 32 bits only.
export const rootOf = async (index, size, leaf, path) => {
  let [position, last, hash] = [BigInt(index), BigInt(size) - 1n, leaf];
  if (position < 0n || position > last) throw new Error(`There is no entry ${index} among ${size}.`);
  for (const sibling of path) {
    if (last === 0n) throw new Error('The path has more hashes than the tree has levels.');
    if ((position & 1n) === 1n || position === last) {
      hash = await nodeHash(sibling, hash);
      while ((position & 1n) === 0n && position !== 0n) {
        position >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    position >>= 1n;
    last >>= 1n;
  }
  if (last !== 0n) throw new Error('The path has fewer hashes than the tree has levels.');
  return hash;
};

// The text of a note and its signatures: { text, signatures: [{ name, id, bytes }] }.
export const parseNote = note => {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) throw new Error('The checkpoint is not a signed note.');
  const signatures = note.slice(split + 2, -1).split('\n').map(line => {
    const [dash, name, encoded, ...more] = line.split(' ');
    if (dash !== '—' || !name || !encoded || more.length > 0) throw new Error('A signature line of the note is not valid.');
    const bytes = fromBase64(encoded);
    return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
  });
  return { text: note.slice(0, split + 1), signatures };
};

// c2sp.org/tlog-checkpoint
export const parseCheckpoint = text => {
  const [origin, size, root] = text.split('\n');
  if (!origin || !/^(?:0|[1-9][0-9]*)$/.test(size ?? '') || !root) throw new Error('The text is not a checkpoint.');
  return { origin, size, root: hashOf(root) };
};

// c2sp.org/tlog-proof
export const parseProof = text => {
  const split = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(0, split)).split('\n');
  if (lines.shift() !== 'c2sp.org/tlog-proof@v1') throw new Error('The file is not an inclusion proof.');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const index = /^index (0|[1-9][0-9]*)$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined) throw new Error('The proof does not name its entry.');
  return { index, path: lines.map(hashOf), note: text.slice(split + 2) };
};

// name+id+base64(1 || key). The ID is derived from the name and key, so it is checked.
export const parseKey = async vkey => {
  const [name, id, ...rest] = vkey.trim().split('+');
  if (!name || !/^[0-9a-f]{8}$/.test(id ?? '') || rest.length === 0) throw new Error('A public key has the form name+12345678+base64.');
  const bytes = fromBase64(rest.join('+'));
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error('The public key is not an Ed25519 key.');
  const expected = hex((await sha256(utf8(`${name}\n`), bytes)).slice(0, 4));
  if (expected !== id) throw new Error(`The ID in the public key is ${id}, but its name and bytes give ${expected}: it was changed or cut off.`);
  return { name, id, bytes: bytes.slice(1) };
};

// true, false, or null if the browser does not support Ed25519.
export const verifySignature = async (key, signature, text) => {
  let imported;
  try {
    imported = await crypto.subtle.importKey('raw', key.bytes, { name: 'Ed25519' }, false, ['verify']);
  } catch (reason) {
    if (reason.name === 'NotSupportedError' || reason instanceof TypeError) return null;
    throw reason;
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, utf8(text));
};
