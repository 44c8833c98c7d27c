/** "(北京时间 00:30-08:30)", "UTC 16:30–00:30", "8 am to 8 pm": between which hours of the day, in brackets or without. */
const HOURS =
  /[(（]?\s*(?:(?:UTC|GMT|PT|ET|CET|JST|IST)(?:[+-]\d{1,2}(?::\d{2})?)?|北京时间)?\s*(?:(?<![\d:])\d{1,2}:\d{2}(?:\s*[ap]m)?|(?<![\d:])\d{1,2}\s*[ap]m)\s*(?:[-–—~至到]|to|and)\s*(?:次日|翌日)?\s*(?:\d{1,2}:\d{2}(?:\s*[ap]m)?|\d{1,2}\s*[ap]m)\s*(?:UTC|GMT|PT|ET|CET|JST|IST)?\s*[)）]?/gi;

/** A text without the hours of the day that it holds for: "Off-peak (16:30-00:30 UTC)" is off-peak. */
export const withoutHours = (text: string): string =>
  text.includes(':') || /\d\s*[ap]m/i.test(text) ? text.replaceAll(HOURS, ' ').trim() : text;
