import { easterly, fixed, type HolidayRule, toMonday } from '../moved.ts'

/**
 * Ley 51 of 1983, article 1: six fixed dates, two of Holy Week, and the rest kept on Mondays. Checked 2026-11-29 against
 * the lists of 2025–2027.
 */
export const COLOMBIA: readonly HolidayRule[] = [
  fixed(['Año Nuevo', 'New Year', 'Ano-Novo'], 1, 1),
  fixed(['Reyes Magos', 'Epiphany', 'Dia de Reis'], 1, 6, toMonday),
  fixed(['San José', 'Saint Joseph', 'São José'], 3, 19, toMonday),
  easterly(['Jueves Santo', 'Maundy Thursday', 'Quinta-feira Santa'], -3),
  easterly(['Viernes Santo', 'Good Friday', 'Sexta-feira Santa'], -2),
  fixed(['Día del Trabajo', 'Labour Day', 'Dia do Trabalho'], 5, 1),
  easterly(['Ascensión', 'Ascension', 'Ascensão'], 43),
  easterly(['Corpus Christi', 'Corpus Christi', 'Corpus Christi'], 64),
  easterly(['Sagrado Corazón', 'Sacred Heart', 'Sagrado Coração'], 71),
  fixed(['San Pedro y San Pablo', 'Saints Peter and Paul', 'São Pedro e São Paulo'], 6, 29, toMonday),
  fixed(['Independencia', 'Independence Day', 'Independência'], 7, 20),
  fixed(['Batalla de Boyacá', 'Battle of Boyacá', 'Batalha de Boyacá'], 8, 7),
  fixed(['Asunción de la Virgen', 'Assumption of Mary', 'Assunção de Nossa Senhora'], 8, 15, toMonday),
  fixed(['Día de la Diversidad Étnica', 'Day of Ethnic Diversity', 'Dia da Diversidade Étnica'], 10, 12, toMonday),
  fixed(['Todos los Santos', 'All Saints', 'Todos os Santos'], 11, 1, toMonday),
  fixed(['Independencia de Cartagena', 'Independence of Cartagena', 'Independência de Cartagena'], 11, 11, toMonday),
  fixed(['Inmaculada Concepción', 'Immaculate Conception', 'Imaculada Conceição'], 12, 8),
  fixed(['Navidad', 'Christmas', 'Natal'], 12, 25),
]
