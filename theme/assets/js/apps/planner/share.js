/* A plan in a link: `#plan=d…` (deflated) or `#plan=j…` (plain), base64url of compact JSON. */
const MOST = 1_000_000; // bytes: a link may come from anybody

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const bytesOf = (/** @type {string} */ text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST) throw new RangeError("too large");
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The fragment of a link, without its #. @param {unknown} value */
export async function packed(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (!("CompressionStream" in globalThis)) return `plan=j${base64url(bytes)}`;
  return `plan=d${base64url(await through(bytes, new CompressionStream("deflate-raw")))}`;
}

/** What is in the fragment of a link: any value, or an error. @param {string} fragment @returns {Promise<unknown>} */
export async function unpacked(fragment) {
  const found = /^plan=([dj])([\w-]+)$/.exec(fragment);
  if (!found) throw new SyntaxError("no plan");
  const bytes = bytesOf(found[2]);
  const plain = found[1] === "d" ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
}
