/* Sets of items as bits, 32 in a number: what fits two kinds of choice is found 32 items at a time. */

/** A set of items. @typedef {Uint32Array} Bits */

/** An empty set for items 0 … size - 1. @param {number} size @returns {Bits} */
export const none = (size) => new Uint32Array((size + 31) >> 5);

/** The set of all items. @param {number} size @returns {Bits} */
export function all(size) {
  const set = none(size).fill(0xffffffff);
  if (size % 32) set[set.length - 1] = 2 ** (size % 32) - 1;
  return set;
}

/** Puts an item into a set. @param {Bits} set @param {number} item */
export const add = (set, item) => {
  set[item >> 5] |= 1 << (item & 31);
};

/** Whether an item is in a set. @param {Bits} set @param {number} item */
export const has = (set, item) => Boolean((set[item >> 5] >>> (item & 31)) & 1);

/** Keeps in `set` what is in `other` too. @param {Bits} set @param {Bits} other */
export function keep(set, other) {
  for (let i = 0; i < set.length; i += 1) set[i] &= other[i];
  return set;
}

/** Adds to `set` what is in `other`. @param {Bits} set @param {Bits} other */
export function join(set, other) {
  for (let i = 0; i < set.length; i += 1) set[i] |= other[i];
  return set;
}

/** @param {number} bits */
function ones(bits) {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many items are in both sets. @param {Bits} set @param {Bits} other */
export function both(set, other) {
  let number = 0;
  for (let i = 0; i < set.length; i += 1) number += ones(set[i] & other[i]);
  return number;
}

/**
 * Calls `work` with each item that is in one of two sets only, and whether that is the second.
 * @param {Bits} before
 * @param {Bits} after
 * @param {(item: number, is: boolean) => void} work
 */
export function changes(before, after, work) {
  for (let i = 0; i < after.length; i += 1) {
    for (let bits = before[i] ^ after[i]; bits; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      work(i * 32 + bit, Boolean((after[i] >>> bit) & 1));
    }
  }
}
