/* Plans as files, in and out. */

/** Gives a text to the reader as a file. @param {string} text @param {string} name @param {string} type */
export function save(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * The value in a JSON file; an error where it is none or too large to be a plan.
 * @param {File} file
 * @returns {Promise<unknown>}
 */
export async function load(file) {
  if (file.size > 1_000_000) throw new RangeError("too large");
  return JSON.parse(await file.text());
}

/** Copies a text; false where the browser does not let a page do that. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
