import { day, weekdayOf } from '../day.ts'
import { juneSolsticeOf } from '../easter.ts'
import { easterly, fixed, type HolidayRule, toNearFriday, toNearMonday } from '../moved.ts'

/**
 * National holidays (feriadoschilenos.cl and the laws it names; checked 2026-11-29 against the lists of 2025–2027). Left
 * out: regional ones and days of election, which a company adds to its own.
 */
export const CHILE: readonly HolidayRule[] = [
  fixed(['Año Nuevo', 'New Year', 'Ano-Novo'], 1, 1),
  // Ley 20.983 of 2016: the Monday after a New Year on Sunday.
  onlyOn(['Feriado adicional', 'Additional holiday', 'Feriado adicional'], 1, 2, [0]),
  easterly(['Viernes Santo', 'Good Friday', 'Sexta-feira Santa'], -2),
  easterly(['Sábado Santo', 'Holy Saturday', 'Sábado de Aleluia'], -1),
  fixed(['Día del Trabajo', 'Labour Day', 'Dia do Trabalho'], 5, 1),
  fixed(['Glorias Navales', 'Navy Day', 'Glórias Navais'], 5, 21),
  // Ley 21.357 of 2021: the day of the solstice.
  {
    name: ['Pueblos Indígenas', 'Day of Indigenous Peoples', 'Povos Indígenas'],
    on: (year) => (year < 2021 ? [] : [juneSolsticeOf(year)]),
  },
  fixed(['San Pedro y San Pablo', 'Saints Peter and Paul', 'São Pedro e São Paulo'], 6, 29, toNearMonday),
  fixed(['Virgen del Carmen', 'Our Lady of Mount Carmel', 'Nossa Senhora do Carmo'], 7, 16),
  fixed(['Asunción de la Virgen', 'Assumption of Mary', 'Assunção de Nossa Senhora'], 8, 15),
  // Leyes 20.215 of 2007 and 20.983 of 2016: bridges before a Saturday or Tuesday, and after a Thursday.
  onlyOn(['Fiestas Patrias', 'National holidays', 'Festas Pátrias'], 9, 17, [0, 4]),
  fixed(['Independencia Nacional', 'Independence Day', 'Independência Nacional'], 9, 18),
  fixed(['Glorias del Ejército', 'Army Day', 'Glórias do Exército'], 9, 19),
  onlyOn(['Fiestas Patrias', 'National holidays', 'Festas Pátrias'], 9, 20, [4]),
  fixed(['Encuentro de Dos Mundos', 'Columbus Day', 'Encontro de Dois Mundos'], 10, 12, toNearMonday),
  fixed(['Iglesias Evangélicas', 'Reformation Day', 'Igrejas Evangélicas'], 10, 31, toNearFriday),
  fixed(['Todos los Santos', 'All Saints', 'Todos os Santos'], 11, 1),
  fixed(['Inmaculada Concepción', 'Immaculate Conception', 'Imaculada Conceição'], 12, 8),
  fixed(['Navidad', 'Christmas', 'Natal'], 12, 25),
]

/** Kept in years in which the date is one of these weekdays, Monday being 0. */
function onlyOn(name: HolidayRule['name'], month: number, date: number, weekdays: readonly number[]): HolidayRule {
  return {
    name,
    on: (year) => {
      const at = day(year, month, date)
      return weekdays.includes(weekdayOf(at)) ? [at] : []
    },
  }
}
