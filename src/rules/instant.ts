const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d)(:([0-5]\d)(\.\d{1,3})?)?([Zz]|[-+]([01]\d|2[0-3]):[0-5]\d)$/;

const isCalendarDay = (text: string): boolean => {
  const [, year, month, day] = DATE.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

/** An ISO 8601 date (midnight UTC) or a time with its zone; null for anything else, days that no calendar has included. */
export const parseInstant = (text: string): Date | null => {
  const day = DATE.test(text) ? text : TIME.exec(text)?.[1];
  if (day === undefined || !isCalendarDay(day)) return null;
  return new Date(text.replace(' ', 'T').toUpperCase());
};
