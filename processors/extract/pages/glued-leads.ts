/**
 * "AgentStarting at $0.05", "StandardFrom €4": what stood apart on the screen, and a copy has set without a blank, apart again.
 */
export const withoutGluedLeads = (text: string): string => (MAY_BE.test(text) ? text.replaceAll(GLUED, ' ') : text);

const LEADS = '(?:Start(?:s|ing) (?:at|from)|From|As low as|Only)';
const MAY_BE = /[\p{Ll}\d)](?:Start|From |As low|Only )/u;
const GLUED = new RegExp(String.raw`(?<=[\p{Ll}\d)]|\d[KMGTP]B?)(?=${LEADS} ?[$€£¥₹]\s?\d)`, 'gu');
