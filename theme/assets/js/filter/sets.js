/* Sets of items as bits, 32 in a number: what fits two kinds of choice is found 32 items at a time. */

/** An empty set for items 0 … size - 1. */
export const none = (size) => new Uint32Array((size + 31) >> 5);

/** The set of all items. */
export function all(size) {
  const set = none(size).fill(0xffffffff);
  if (size % 32) set[set.length - 1] = 2 ** (size % 32) - 1;
  return set;
}

export const add = (set, item) => { set[item >> 5] |= 1 << (item & 31); };

/** Keeps in `set` what is in `other` too. */
export function keep(set, other) {
  for (let i = 0; i < set.length; i += 1) set[i] &= other[i];
  return set;
}

/** Adds to `set` what is in `other`. */
export function join(set, other) {
  for (let i = 0; i < set.length; i += 1) set[i] |= other[i];
  return set;
}

function ones(bits) {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many items are in both sets. */
export function both(set, other) {
  let number = 0;
  for (let i = 0; i < set.length; i += 1) number += ones(set[i] & other[i]);
  return number;
}

/** Calls `work` with each item that is in one of two sets only. */
export function changes(before, after, work) {
  for (let i = 0; i < after.length; i += 1) {
    for (let bits = before[i] ^ after[i]; bits; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      work(i * 32 + bit, (after[i] >>> bit) & 1);
    }
  }
}
