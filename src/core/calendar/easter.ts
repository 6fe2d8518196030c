import { type Day, day, daysAfter } from './day.ts'

/** Easter Sunday in the Gregorian calendar (the rule of Meeus, Jones and Butcher, "Astronomical Algorithms", chapter 8). */
export function easterOf(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - moon + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  return daysAfter(day(year, 3, 22), epact + toSunday - 7 * shift)
}

/**
 * The date of the June solstice at Greenwich less four hours, Chile's winter time: the mean solstice of Meeus, chapter 27,
 * which errs by less than twenty minutes from 1951 to 2050.
 */
export function juneSolsticeOf(year: number): Day {
  const y = (year - 2000) / 1000
  const julian = 2_451_716.56767 + 365_241.62603 * y + 0.00325 * y ** 2 + 0.00888 * y ** 3 - 0.0003 * y ** 4
  return Math.floor(julian - UNIX_EPOCH_JULIAN - 4 / 24) as Day
}

const UNIX_EPOCH_JULIAN = 2_440_587.5
