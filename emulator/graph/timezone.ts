/**
 * Meta's numbers of time zones (Marketing API, Ad account timezone IDs, v24.0), as far as this double’s accounts live in
 * them: the Americas and western Europe.
 */
const NUMBERS: Readonly<Record<string, number>> = {
  'America/Los_Angeles': 1,
  'America/Denver': 2,
  'America/Phoenix': 5,
  'America/Chicago': 6,
  'America/New_York': 7,
  'America/Argentina/San_Luis': 9,
  'America/Argentina/Buenos_Aires': 10,
  'America/Argentina/Salta': 11,
  'America/La_Paz': 21,
  'America/Noronha': 22,
  'America/Campo_Grande': 23,
  'America/Belem': 24,
  'America/Sao_Paulo': 25,
  'Pacific/Easter': 40,
  'America/Santiago': 41,
  'America/Bogota': 43,
  'America/Costa_Rica': 44,
  'Europe/Berlin': 47,
  'America/Santo_Domingo': 49,
  'Pacific/Galapagos': 50,
  'America/Guayaquil': 51,
  'Atlantic/Canary': 54,
  'Europe/Madrid': 55,
  'Europe/Paris': 57,
  'Europe/London': 58,
  'America/Guatemala': 61,
  'America/Tegucigalpa': 63,
  'Europe/Rome': 74,
  'America/Tijuana': 91,
  'America/Hermosillo': 92,
  'America/Mazatlan': 93,
  'America/Mexico_City': 94,
  'America/Managua': 97,
  'America/Panama': 102,
  'America/Lima': 103,
  'America/Puerto_Rico': 107,
  'Atlantic/Azores': 109,
  'Europe/Lisbon': 110,
  'America/Asuncion': 111,
  'America/Montevideo': 136,
  'America/Caracas': 137,
}
/** What Meta calls unknown. */
const UNKNOWN = 0

/** Graph's `timezone_id` of an IANA zone. */
export const timezoneId = (zone: string): string => String(NUMBERS[zone] ?? UNKNOWN)
