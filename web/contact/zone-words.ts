/** "dom 14:05", by the clock of a zone. */
export const clockIn = (zone: string, at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ hour: '2-digit', minute: '2-digit', weekday: 'short', hourCycle: 'h23' },
    timeZone: zone,
  }).format(at)

/** Minutes a zone is ahead of UTC at that instant. */
export function offsetOf(zone: string, at: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
  const text = name.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** The earliest and the latest of some clocks; one where all agree, none of none. */
export function spanOf(zones: readonly string[], at: number): readonly string[] {
  const sorted = zones.toSorted((a, b) => offsetOf(a, at) - offsetOf(b, at))
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  return offsetOf(first, at) === offsetOf(last, at) ? [first] : [first, last]
}

/** "Ciudad de México" is nowhere in the browser; "Mexico City" is what the zone is called. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** "Mexico City (hora estándar central)". */
export function zoneName(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value
  return name === undefined || name.startsWith('GMT') ? cityOf(zone) : `${cityOf(zone)} (${name})`
}
