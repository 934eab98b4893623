/* Where the parts of a drawing's file stand. The file is no part of the page, so nothing measures it but this: it has
   paths of M, L, C and Z with absolute places, rectangles, circles, polygons and lines of text, as Python wrote them. */
import { all } from "../../dom.js";

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

const NUMBER = /-?\d*\.?\d+(?:e-?\d+)?/g;
const pen = document.createElement("canvas").getContext("2d");

/** @param {Element} element @param {string} name */
export const number = (element, name) => Number(element.getAttribute(name) ?? 0);

/** The size of the text of a group, 0 where it has none. @param {Element} group */
export const textSize = (group) => (group.querySelector(":scope > text") ? number(group, "font-size") : 0);

/** How wide a text is in the drawing. @param {string} text @param {Element} group */
export function widthOf(text, group) {
  if (!pen) return 0;
  pen.font = `${group.getAttribute("font-weight") ?? 400} ${number(group, "font-size")}px Inter, sans-serif`;
  return pen.measureText(text).width;
}

/** The box of a group's own shapes and texts. @param {Element} group @returns {Box} */
export function boxOf(group) {
  const boxes = Array.from(group.children, (child) => shapeBox(child, group));
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** @param {Element} shape @param {Element} group @returns {Box} */
function shapeBox(shape, group) {
  switch (shape.localName) {
    case "rect":
      return around(number(shape, "x"), number(shape, "y"), number(shape, "width"), number(shape, "height"));
    case "circle": {
      const radius = number(shape, "r");
      return around(number(shape, "cx") - radius, number(shape, "cy") - radius, 2 * radius, 2 * radius);
    }
    case "text":
      return textBox(shape, group);
    default:
      return pointsBox(shape.getAttribute("d") ?? shape.getAttribute("points") ?? "");
  }
}

/** @param {Element} text @param {Element} group @returns {Box} */
function textBox(text, group) {
  const wide = widthOf(text.textContent ?? "", group);
  const size = number(group, "font-size");
  const leftward = text.getAttribute("direction") === "rtl";
  const anchor = text.getAttribute("text-anchor") ?? "start";
  const share = anchor === "middle" ? 0.5 : (anchor === "end") === leftward ? 0 : 1;
  return around(number(text, "x") - share * wide, number(text, "y") - size, wide, size);
}

/** @param {string} points @returns {Box} */
function pointsBox(points) {
  const numbers = (points.match(NUMBER) ?? []).map(Number);
  const xs = numbers.filter((_, place) => place % 2 === 0);
  const ys = numbers.filter((_, place) => place % 2 === 1);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** @param {number} left @param {number} top @param {number} wide @param {number} high @returns {Box} */
const around = (left, top, wide, high) => ({ left, top, right: left + wide, bottom: top + high });

/** All groups that draw something themselves. @param {Element} root */
export const leaves = (root) =>
  all(root, "g", SVGElement).filter((group) => !group.querySelector("g") && group.childElementCount > 0);
