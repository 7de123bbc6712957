/**
 * A picture cannot hover. For each rule with a pseudo-class that a pointer or the focus brings about, a second one
 * is added that an attribute brings about: `data-force="hover"` on the element or above it, with the same weight.
 */
const FORCED = /:(hover|active|focus-visible|focus-within)/g;

export function allowForcedStates(page: Document): void {
  for (const sheet of page.styleSheets) addForced(sheet);
}

function addForced(group: CSSStyleSheet | CSSGroupingRule): void {
  // From the end, so that what is added does not move what is still to be read.
  for (let at = group.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = group.cssRules[at];
    if (rule instanceof CSSGroupingRule) addForced(rule);
    if (!(rule instanceof CSSStyleRule) || rule.selectorText.search(FORCED) === -1) continue;
    const selector = rule.selectorText.replace(FORCED, (_pseudo, name: string) => `[data-force~='${name}']`);
    // An attribute cannot stand on a part of an element, such as a scroll bar.
    if (CSS.supports(`selector(${selector})`))
      group.insertRule(`${selector} { ${rule.style.cssText} }`, at + 1);
  }
}
