/** Whether a number format shows a date: one of the built-in ones (ECMA-376, 18.8.30), or a code with parts of a date. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
  const plain = code.replace(/"[^"]*"?|\\.|\[[^\]]*\]?/g, '');
  return /[dmyhs]/i.test(plain) && !/^general/i.test(plain);
}

/** The day, with the time where there is one, that a serial number of Excel stands for; `undefined` beyond the year 9999. */
export function dateOf(serial: number, from1904: boolean): string | undefined {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const instant = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  if (!(days >= 0) || Number.isNaN(instant.getTime()) || instant.getUTCFullYear() > 9999) return undefined;
  const [day = '', time = ''] = instant.toISOString().split(/[T.]/);
  return time === '00:00:00' ? day : `${day}T${time}`;
}
